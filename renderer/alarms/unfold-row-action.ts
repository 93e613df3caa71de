import { walkOf } from '../../shared/alarms/shown-queue'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import type { ConsoleData } from '../console/console-store'
import { rowIndex } from './queue-selection'
import { changeQueueView } from './queue-view'
import { shownQueueIn } from './use-queue-rows'

function groupIn(data: ConsoleData): readonly string[] {
  const rows = walkOf(shownQueueIn(data))
  const row = rows[rowIndex(rows, data.selection, data.room.alarms)]
  return row?.type === 'alarm' ? (row.group?.rows.map(({ id }) => id) ?? []) : []
}

/** Whether the row selected was taken apart before. */
const isApart = ({ selection, queueView }: ConsoleData): boolean =>
  selection?.kind === 'alarm' && queueView.unfolded.has(selection.alarmId)

/** Takes a group's row apart; pressed again, joins it as the storm does. */
export const unfoldRowAction: Action = {
  id: 'queue-unfold',
  keys: 'shift+u',
  group: 'queue',
  refusal: (data) =>
    isApart(data) || groupIn(data).length > 0
      ? null
      : sentence('row-stands-for-one', 'The row selected stands for one alarm'),
  perform({ data, ports }) {
    const apart = isApart(data) ? [] : groupIn(data)
    changeQueueView(ports.store, (view) => ({
      ...view,
      unfolded: apart.length === 0 ? new Set() : new Set([...view.unfolded, ...apart]),
    }))
  },
}
