import { isUnanswered } from '../../shared/alarms/queue-row'
import { queueRows } from '../../shared/alarms/queue-rows'
import { walkOf } from '../../shared/alarms/shown-queue'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { me } from '../console/console-store'
import { selectOnly } from '../console/selection'
import { rowIndex, rowSelection, stepFrom } from './queue-selection'
import { shownQueueIn } from './use-queue-rows'

const move = (
  id: string,
  keys: string,
  target: (from: number, count: number) => number,
): Action => ({
  id,
  keys,
  group: 'queue',
  repeats: true,
  // At an empty queue there is nowhere to go, and nothing to complain about.
  refusal: () => null,
  perform({ data, ports }) {
    const rows = walkOf(shownQueueIn(data))
    const row = rows[target(rowIndex(rows, data.selection, data.room.alarms), rows.length)]
    if (!row) return
    const selection = rowSelection(row)
    ports.store.setState({ walked: selection })
    selectOnly(ports.store, selection)
  },
})

/** Goes to the first row in hand: the officer's own, if there is one. */
export const goToInHandAction: Action = {
  id: 'queue-in-hand',
  keys: 'h',
  group: 'queue',
  refusal: ({ room }) =>
    queueRows(room).every(isUnanswered) ? sentence('nothing-in-hand', 'Nothing is in hand') : null,
  perform({ data, ports }) {
    const row = queueRows(data.room, me(data)?.id).find((one) => !isUnanswered(one))
    if (row) selectOnly(ports.store, rowSelection(row))
  },
}

/** Moves through the queue by keyboard, wherever the focus is; the list follows the selection. */
export const queueMoveActions: readonly Action[] = [
  move('queue-next', 'down, j', (from, count) => stepFrom(from, 1, count)),
  move('queue-previous', 'up, k', (from, count) => stepFrom(from, -1, count)),
  move('queue-first', 'shift+home', () => 0),
  move('queue-last', 'end', (_, count) => count - 1),
  goToInHandAction,
]
