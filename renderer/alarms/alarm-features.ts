import type { Alarm } from '../../shared/alarms/alarm'
import { isWaiting } from '../../shared/alarms/waiting'
import type { Mark } from '../../shared/expected/marks'
import type { Room } from '../../shared/room/room'
import type { MapFeature } from '../map/feature-diff'
import { openAlarmList } from './open-alarm-list'

const features = new WeakMap<Alarm, MapFeature>()

type Rooms = Pick<Room, 'alarms' | 'openAlarms' | 'incidents' | 'openIncidents' | 'sites'>

/** The newest of each site and kind, and those in hand: an older one may be the graver. */
function openIn(room: Rooms): Iterable<Alarm> {
  const newest = openAlarmList(room)
  const older = [...room.openIncidents.values()]
    .flatMap((id) => room.incidents.get(id)?.alarmIds ?? [])
    .flatMap((id) => room.alarms.get(id) ?? [])
  return older.length === 0 ? newest : new Set([...newest, ...older])
}

const iconOf = (alarm: Alarm, marks: ReadonlySet<Mark>): string => {
  if (alarm.foldId !== undefined)
    return alarm.restoredAt === null ? 'alarm-folded' : 'alarm-folded-restored'
  if (marks.has(`alarm:${alarm.id}`)) return `alarm-${alarm.priority}-pending`
  return `alarm-${alarm.priority}${alarm.phase === 'raised' ? '' : '-taken'}`
}

export interface AlarmFeatures {
  readonly offered: readonly MapFeature[]
  /** What a rule keeps in the ledger: thousands in a storm, so they are drawn apart. */
  readonly folded: readonly MapFeature[]
}

/**
 * Open alarms as points, graver and unanswered ones drawn last (on top). An unchanged alarm is the
 * same object as last time.
 */
export function alarmFeatures(room: Rooms, marks: ReadonlySet<Mark> = new Set()): AlarmFeatures {
  const offered: MapFeature[] = []
  const folded: MapFeature[] = []
  for (const alarm of openIn(room)) {
    const list = alarm.foldId === undefined ? offered : folded
    const icon = iconOf(alarm, marks)
    const known = features.get(alarm)
    if (known?.properties.icon === icon) {
      list.push(known)
      continue
    }
    const site = room.sites.get(alarm.siteId)
    if (!site) continue
    const feature: MapFeature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [site.location.lon, site.location.lat] },
      properties: {
        id: alarm.id,
        icon,
        unanswered: isWaiting(alarm),
        priority: alarm.priority,
        sort: (isWaiting(alarm) ? 10 : 0) + (5 - alarm.priority),
        name: site.name,
      },
    }
    features.set(alarm, feature)
    list.push(feature)
  }
  return { offered, folded }
}
