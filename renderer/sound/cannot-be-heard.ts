import { sentence } from '../../shared/lang/decision'

/** Why not stands in the desk's log, in the system's words: an officer can do nothing with them. */
export const cannotBeHeard = sentence(
  'no-sound',
  'Alarms cannot be heard at this desk: no audio device plays. Watch the screen, and have the loudspeaker connected',
)
