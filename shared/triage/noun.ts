import { onDuty } from '../accounts/issuer'
import { tableOf } from '../lang/table'
import type { Noun } from '../room/noun'
import { byId, index, plain, rows } from '../room/part'
import type { Room } from '../room/room'
import type { RoomJson } from '../room/room-json'
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
import { foldEvents, foldKey } from './ledger'
import { noLoad } from './load'

type TriageParts = 'folds' | 'foldAt' | 'troubles' | 'load'

const newestFolds = ({ folds }: RoomJson): Room['foldAt'] =>
  tableOf(
    [...folds].sort((a, b) => a.openedSeq - b.openedSeq),
    foldKey,
  ).map(({ id }) => id)

/** The ledger: rows of alarms that a named rule keeps out of the queue. */
export const triage: Noun<typeof foldEvents, typeof triageCommands, TriageParts> = {
  events: foldEvents,
  folds: {
    'fold-opened': foldFoldOpened,
    'alarm-folded': foldAlarmFolded,
    'alarm-unfolded': foldAlarmUnfolded,
    'fold-unfolded': foldFoldUnfolded,
    'fold-ended': foldFoldEnded,
    'fold-closed': foldFoldClosed,
  },
  parts: {
    folds: byId(),
    foldAt: index(newestFolds),
    troubles: rows(({ key }) => key),
    load: plain(noLoad),
  },
  projections: [],
  commands: triageCommands,
  rules: {
    unfold: { may: onDuty, decide: decideUnfold },
    'close-fold': { may: onDuty, decide: decideCloseFold },
  },
}
