import { heldRowId } from '../../shared/alarms/held-order'
import type { QueueRow } from '../../shared/alarms/queue-row'
import type { Room } from '../../shared/room/room'
import type { Selection } from '../console/console-store'

/** What selecting a row selects. */
export function rowSelection(row: QueueRow): Selection {
  if (row.type === 'held') return { kind: 'held', account: row.account }
  return row.type === 'alarm'
    ? { kind: 'alarm', alarmId: row.id }
    : { kind: 'incident', incidentId: row.id }
}

/** The row that shows what is selected, or -1. An alarm already taken is shown by its incident. */
export function rowIndex(
  rows: readonly QueueRow[],
  selection: Selection,
  alarms: Room['alarms'],
): number {
  if (selection?.kind === 'incident')
    return rows.findIndex((row) => row.type === 'incident' && row.id === selection.incidentId)
  if (selection?.kind === 'held')
    return rows.findIndex((row) => row.id === heldRowId(selection.account))
  if (selection?.kind !== 'alarm') return -1
  const alarm = alarms.get(selection.alarmId)
  const id = alarm && alarm.phase !== 'raised' ? alarm.incidentId : selection.alarmId
  return rows.findIndex((row) => row.id === id)
}

/** Where a step from row `from` leads (-1 when none is selected: the first step selects an end). */
export const stepFrom = (from: number, by: 1 | -1, count: number): number =>
  from < 0 ? (by > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, from + by))
