import type { Alarm } from '../../shared/alarms/alarm'
import type { Room } from '../../shared/room/room'

type Tables = Pick<Room, 'alarms' | 'openAlarms'>

const lists = new WeakMap<
  Room['alarms'],
  { readonly openAlarms: Room['openAlarms']; readonly list: readonly Alarm[] }
>()

/**
 * The newest open alarm of each site and kind. Looked up once for a room, however many ask: the
 * queue, the counts, the map and the speech all do, ten times a second while thousands are open.
 */
export function openAlarmList({ alarms, openAlarms }: Tables): readonly Alarm[] {
  const known = lists.get(alarms)
  if (known?.openAlarms === openAlarms) return known.list
  const list: Alarm[] = []
  for (const id of openAlarms.values()) {
    const alarm = alarms.get(id)
    if (alarm) list.push(alarm)
  }
  lists.set(alarms, { openAlarms, list })
  return list
}
