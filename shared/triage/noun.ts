import { onDuty } from '../accounts/issuer'
import type { Mark } from '../expected/mark'
import { tableOf } from '../lang/table'
import type { Noun } from '../room/noun'
import { byId, index, plain, rows } from '../room/part'
import type { Room } from '../room/room'
import type { RoomJson } from '../room/room-json'
import { triageCommands } from './commands'
import { decideCloseBundle, decideUnbundle } from './decide'
import {
  bundledAlarms,
  foldAlarmBundled,
  foldAlarmUnbundled,
  foldBundleClosed,
  foldBundleEnded,
  foldBundleOpened,
  foldBundleUnbundled,
} from './fold'
import { bundleEvents, bundleKey } from './ledger'
import { noLoad } from './load'

type TriageParts = 'bundles' | 'bundleAt' | 'troubles' | 'load'

const newestBundles = ({ bundles }: RoomJson): Room['bundleAt'] =>
  tableOf(
    [...bundles].sort((a, b) => a.openedSeq - b.openedSeq),
    bundleKey,
  ).map(({ id }) => id)

export const triage: Noun<typeof bundleEvents, typeof triageCommands, TriageParts> = {
  events: bundleEvents,
  folds: {
    'fold-opened': foldBundleOpened,
    'alarm-folded': foldAlarmBundled,
    'alarm-unfolded': foldAlarmUnbundled,
    'fold-unfolded': foldBundleUnbundled,
    'fold-ended': foldBundleEnded,
    'fold-closed': foldBundleClosed,
  },
  marks: {
    'alarm-unfolded': (_, { data }) => [`alarm:${data.alarmId}`],
    'fold-unfolded': (room, { data }) => [
      `bundle:${data.foldId}`,
      ...bundledAlarms(room, data.foldId).map(({ id }): Mark => `alarm:${id}`),
    ],
    'fold-closed': (_, { data }) => [`ending-bundle:${data.foldId}`],
  },
  parts: {
    bundles: byId(),
    bundleAt: index(newestBundles),
    troubles: rows(({ key }) => key),
    load: plain(noLoad),
  },
  projections: [],
  commands: triageCommands,
  rules: {
    unbundle: { may: onDuty, decide: decideUnbundle },
    'close-bundle': { may: onDuty, decide: decideCloseBundle },
  },
}
