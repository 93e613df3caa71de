import { heldRowId } from '../../shared/alarms/held-order'
import { showsAlarm } from '../../shared/alarms/queue-groups'
import type { QueueRow } from '../../shared/alarms/queue-row'
import type { Room } from '../../shared/room/room'
import type { Selection } from '../console/console-store'

export function rowSelection(row: QueueRow): Selection {
  if (row.type === 'held') return { kind: 'held', account: row.account }
  return row.type === 'alarm'
    ? { kind: 'alarm', alarmId: row.id }
    : { kind: 'incident', incidentId: row.id }
}

/** Whether a row shows the selection. The incident's row shows an alarm that was taken. */
export function showsSelection(
  row: QueueRow,
  selection: Selection,
  alarms: Room['alarms'],
): boolean {
  switch (selection?.kind) {
    case 'incident':
      return row.type === 'incident' && row.id === selection.incidentId
    case 'held':
      return row.id === heldRowId(selection.account)
    case 'alarm': {
      const alarm = alarms.get(selection.alarmId)
      return alarm && alarm.phase !== 'raised'
        ? row.id === alarm.incidentId
        : showsAlarm(row, selection.alarmId)
    }
    default:
      return false
  }
}

export const rowIndex = (
  rows: readonly QueueRow[],
  selection: Selection,
  alarms: Room['alarms'],
): number =>
  selection === null ? -1 : rows.findIndex((row) => showsSelection(row, selection, alarms))

/** Where a step from row `from` leads (-1 when none is selected: the first step selects an end). */
export const stepFrom = (from: number, by: 1 | -1, count: number): number =>
  from < 0 ? (by > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, from + by))
