import type { Alarm } from '../../shared/alarms/alarm'
import { isWaiting } from '../../shared/alarms/waiting'
import type { Room } from '../../shared/console/room'
import type { MapFeature } from '../map/feature-diff'

const features = new WeakMap<Alarm, MapFeature>()

type Rooms = Pick<Room, 'alarms' | 'openAlarms' | 'incidents' | 'openIncidents' | 'sites'>

/** The newest of each site and kind, and those in hand: an older one may be the graver. */
function openIds({ openAlarms, incidents, openIncidents }: Rooms): ReadonlySet<string> {
  const ids = new Set(openAlarms.values())
  for (const id of openIncidents.values()) for (const alarmId of incidents.get(id)?.alarmIds ?? []) ids.add(alarmId)
  return ids
}

const iconOf = (alarm: Alarm): string => {
  if (alarm.foldId !== undefined) return alarm.restoredAt === null ? 'alarm-folded' : 'alarm-folded-restored'
  return `alarm-${alarm.priority}${alarm.phase === 'raised' ? '' : '-taken'}`
}

/** Open alarms as points, graver and unanswered ones drawn last (on top). An unchanged alarm is the same object as last time. */
export function alarmFeatures(room: Rooms): readonly MapFeature[] {
  const list: MapFeature[] = []
  for (const alarmId of openIds(room)) {
    const alarm = room.alarms.get(alarmId)
    const site = room.sites.get(alarm?.siteId ?? '')
    if (!alarm || !site) continue
    const known = features.get(alarm)
    if (known) {
      list.push(known)
      continue
    }
    const feature: MapFeature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [site.location.lon, site.location.lat] },
      properties: {
        id: alarm.id,
        icon: iconOf(alarm),
        unanswered: isWaiting(alarm),
        folded: alarm.foldId !== undefined,
        priority: alarm.priority,
        sort: (alarm.foldId !== undefined ? -10 : isWaiting(alarm) ? 10 : 0) + (5 - alarm.priority),
        name: site.name,
      },
    }
    features.set(alarm, feature)
    list.push(feature)
  }
  return list
}
