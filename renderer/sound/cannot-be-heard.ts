import { type Refusal, sentence } from '../../shared/lang/decision'

export const cannotBeHeard = (reason: string): Refusal =>
  sentence(
    'no-sound',
    'Alarms cannot be heard at this desk: no audio device plays ({reason}). Watch the screen, and have the loudspeaker connected',
    { reason },
  )
