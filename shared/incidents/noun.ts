import { onDuty } from '../accounts/issuer'
import type { Noun } from '../room/noun'
import { incidentCommands } from './commands'
import { decideClose, decideNote, decideSkip, decideStep } from './decide'
import { foldAlarmAdded, foldClosed, foldNote, foldOpened, foldStep, foldTried } from './fold'
import { incidentEvents } from './incident'

export const incidents: Noun<typeof incidentEvents, typeof incidentCommands> = {
  events: incidentEvents,
  folds: {
    'incident-opened': foldOpened,
    'incident-alarm-added': foldAlarmAdded,
    'incident-note-added': foldNote,
    'incident-step-completed': foldStep,
    'incident-step-skipped': foldStep,
    'incident-step-tried': foldTried,
    'incident-closed': foldClosed,
  },
  commands: incidentCommands,
  rules: {
    'add-note': { may: [...onDuty, 'team'], decide: decideNote },
    'complete-step': { may: onDuty, decide: decideStep },
    'skip-step': { may: onDuty, decide: decideSkip },
    'close-incident': { may: onDuty, decide: decideClose },
  },
}
