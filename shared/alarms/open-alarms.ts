import type { AlarmKind } from '../codes/kinds'
import { tableOf } from '../lang/table'
import type { Room } from '../room/room'
import type { RoomJson } from '../room/room-json'
import { type Alarm, openAlarmKey } from './alarm'

/** Rebuilds the index from stored rows: the newest alarm of each key that is not closed. */
export function openAlarmsIn({ alarms }: Pick<RoomJson, 'alarms'>): Room['openAlarms'] {
  const open = alarms
    .filter((alarm) => alarm.phase !== 'closed')
    .sort((a, b) => a.raisedSeq - b.raisedSeq)
  return tableOf(open, ({ siteId, kind }) => openAlarmKey(siteId, kind)).map(({ id }) => id)
}

/**
 * The alarms of a site and kind that are not closed, newest first. At most one of them is
 * unanswered, and it comes first; the others are in hand under the site's open incident. Only that
 * incident is searched, not all alarms.
 */
export function openAlarmsOf(room: Room, siteId: string, kind: AlarmKind): readonly Alarm[] {
  const newest = room.openAlarms.get(openAlarmKey(siteId, kind))
  if (newest === undefined) return []
  const inHand = room.incidents.get(room.openIncidents.get(siteId) ?? '')?.alarmIds ?? []
  const ids = new Set([newest, ...inHand.toReversed()])
  return [...ids]
    .map((id) => room.alarms.get(id))
    .filter((alarm) => alarm !== undefined)
    .filter((alarm) => alarm.kind === kind && alarm.phase !== 'closed')
}
