import type { Alarm } from '../../shared/alarms/alarm'
import { isWaiting } from '../../shared/alarms/waiting'
import type { Mark } from '../../shared/expected/marks'
import type { Room } from '../../shared/room/room'
import type { Site } from '../../shared/sites/site'
import type { MapFeature } from '../map/feature-diff'
import { openAlarmList } from './open-alarm-list'

interface Made {
  /** What it was made from besides the alarm: it is made again when one of the two is another. */
  readonly site: Site
  readonly icon: string
  readonly feature: MapFeature
}
const made = new WeakMap<Alarm, Made>()

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

function featureOf(alarm: Alarm, site: Site, icon: string): MapFeature {
  const known = made.get(alarm)
  if (known?.site === site && known.icon === icon) return known.feature
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
  made.set(alarm, { site, icon, feature })
  return feature
}

/**
 * Open alarms as points, graver and unanswered ones drawn last (on top). An alarm is the same
 * object as last time while neither it nor its site has changed.
 */
export function alarmFeatures(room: Rooms, marks: ReadonlySet<Mark> = new Set()): AlarmFeatures {
  const offered: MapFeature[] = []
  const folded: MapFeature[] = []
  for (const alarm of openIn(room)) {
    const site = room.sites.get(alarm.siteId)
    if (!site) continue
    const list = alarm.foldId === undefined ? offered : folded
    list.push(featureOf(alarm, site, iconOf(alarm, marks)))
  }
  return { offered, folded }
}
