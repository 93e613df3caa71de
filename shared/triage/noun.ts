import { onDuty } from '../accounts/issuer'
import type { Noun } from '../room/noun'
import { triageCommands } from './commands'
import { decideCloseFold, decideUnfold } from './decide'
import {
  foldAlarmFolded,
  foldAlarmUnfolded,
  foldFoldClosed,
  foldFoldEnded,
  foldFoldOpened,
  foldFoldUnfolded,
} from './fold'
import { foldEvents } from './ledger'

/** The ledger: rows of alarms that a named rule keeps out of the queue. */
export const triage: Noun<typeof foldEvents, typeof triageCommands> = {
  events: foldEvents,
  folds: {
    'fold-opened': foldFoldOpened,
    'alarm-folded': foldAlarmFolded,
    'alarm-unfolded': foldAlarmUnfolded,
    'fold-unfolded': foldFoldUnfolded,
    'fold-ended': foldFoldEnded,
    'fold-closed': foldFoldClosed,
  },
  commands: triageCommands,
  rules: {
    unfold: { may: onDuty, decide: decideUnfold },
    'close-fold': { may: onDuty, decide: decideCloseFold },
  },
}
