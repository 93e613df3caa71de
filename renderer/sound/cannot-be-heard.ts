import { sentence } from '../../shared/lang/decision'

/** The desk's log has the system's own words for why: an officer can do nothing with them. */
export const cannotBeHeard = sentence(
  'no-sound',
  'Alarms cannot be heard at this desk: no audio device plays. Watch the screen, and have the loudspeaker connected',
)
