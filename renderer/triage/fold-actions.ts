import { type Refusal, sentence } from '../../shared/lang/decision'
import { foldRefusal } from '../../shared/triage/decide'
import type { Fold } from '../../shared/triage/ledger'
import type { Action } from '../console/action'
import type { ConsoleData, Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { selectOnly } from '../console/selection'
import { commandRefusal } from '../console/send-command'
import { standingRows } from './ledger'

const noneSelected = sentence('no-fold-selected', 'Select a row of the ledger first')

/** The row a selection is about: itself, or the one its alarm is folded in. */
function foldAbout({ room }: ConsoleData, about: Selection): Fold | undefined {
  if (about?.kind === 'fold') return room.folds.get(about.foldId)
  return about?.kind === 'alarm'
    ? room.folds.get(room.alarms.get(about.alarmId)?.foldId ?? '')
    : undefined
}

/** A selected alarm is looked at by itself: the keys that act on a whole row ask for the row. */
const rowAbout = (data: ConsoleData, about: Selection): Fold | undefined =>
  about?.kind === 'fold' ? foldAbout(data, about) : undefined

const rowRefusal = (data: ConsoleData, about: Selection): Refusal | null =>
  about?.kind === 'fold' ? foldRefusal(rowAbout(data, about)) : noneSelected

/** Goes to the next row of the ledger, round and round. */
export const nextFoldAction: Action = {
  id: 'next-fold',
  keys: 'g',
  group: 'ledger',
  repeats: true,
  refusal: ({ room }) =>
    standingRows(room.folds).length > 0 ? null : sentence('nothing-folded', 'Nothing is folded'),
  perform({ data: { room, selection }, ports }) {
    const rows = standingRows(room.folds)
    const at = selection?.kind === 'fold' ? rows.findIndex(({ id }) => id === selection.foldId) : -1
    const next = rows[(at + 1) % rows.length]
    if (next) selectOnly(ports.store, { kind: 'fold', foldId: next.id })
  },
}

/** Shows the alarms in a row, with their sites. */
export const lookInsideAction = dialogAction({
  id: 'look-inside',
  keys: 'i',
  group: 'ledger',
  refusal: (data, about) => (foldAbout(data, about) ? null : noneSelected),
  dialog(data, about) {
    const fold = foldAbout(data, about)
    return fold ? { kind: 'fold', foldId: fold.id } : null
  },
})

/** Puts all alarms of a row into the queue. */
export const unfoldAction: Action = {
  id: 'unfold',
  keys: 'u',
  group: 'ledger',
  refusal: (data, about) => commandRefusal(data, 'unfold') ?? rowRefusal(data, about),
  async perform({ data, send }, about) {
    const fold = rowAbout(data, about)
    if (fold) await send({ type: 'unfold', foldId: fold.id })
  },
}

/** Settles a row: asks how it ended. */
export const closeFoldAction = dialogAction({
  id: 'close-fold',
  keys: 'shift+c',
  group: 'ledger',
  refusal: (data, about) => commandRefusal(data, 'close-fold') ?? rowRefusal(data, about),
  dialog(data, about) {
    const fold = rowAbout(data, about)
    return fold ? { kind: 'close-fold', foldId: fold.id } : null
  },
})
