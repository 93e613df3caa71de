import type { Alarm } from '../../shared/alarms/alarm'
import { inLane } from '../../shared/alarms/lane'
import { openAlarms } from '../../shared/alarms/queue'
import { isWaiting } from '../../shared/alarms/waiting'
import type { Mark } from '../../shared/expected/mark'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import type { MapFeature } from '../map/feature-diff'

interface Made {
  /** The site it was made from: another alarm or site object makes it again. */
  readonly site: SiteRow
  readonly icon: string
  readonly feature: MapFeature
}
const made = new WeakMap<Alarm, Made>()

type Rooms = Pick<Room, 'alarms' | 'sites'>

const iconOf = (alarm: Alarm, marks: ReadonlySet<Mark>): string => {
  if (alarm.bundleId !== undefined)
    return alarm.restoredAt === null ? 'alarm-bundled' : 'alarm-bundled-restored'
  const name = inLane(alarm.kind) ? 'alarm-threat' : `alarm-${alarm.priority}`
  if (marks.size > 0 && marks.has(`alarm:${alarm.id}`)) return `${name}-pending`
  return alarm.phase === 'raised' ? name : `${name}-taken`
}

export interface AlarmFeatures {
  readonly offered: readonly MapFeature[]
  readonly bundled: readonly MapFeature[]
}

function featureOf(alarm: Alarm, site: SiteRow, icon: string): MapFeature {
  const known = made.get(alarm)
  if (known?.site === site && known.icon === icon) return known.feature
  const feature: MapFeature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [site.location.lon, site.location.lat] },
    properties: {
      id: alarm.id,
      siteId: site.id,
      icon,
      threat: inLane(alarm.kind),
      unanswered: isWaiting(alarm),
      priority: alarm.priority,
      sort: (isWaiting(alarm) ? (inLane(alarm.kind) ? 20 : 10) : 0) + (5 - alarm.priority),
      name: site.name,
      bundleId: alarm.bundleId ?? null,
    },
  }
  made.set(alarm, { site, icon, feature })
  return feature
}

/**
 * Open alarms as points; graver and unanswered ones are drawn last (on top). The point is the same
 * object while neither its alarm nor its site changes.
 */
export function alarmFeatures(room: Rooms, marks: ReadonlySet<Mark> = new Set()): AlarmFeatures {
  const offered: MapFeature[] = []
  const bundled: MapFeature[] = []
  const put = (alarm: Alarm) => {
    const site = room.sites.get(alarm.siteId)
    if (!site) return
    const list = alarm.bundleId === undefined ? offered : bundled
    list.push(featureOf(alarm, site, iconOf(alarm, marks)))
  }
  const { all, waiting } = openAlarms(room)
  for (const alarm of all) if (!isWaiting(alarm)) put(alarm)
  // Nearly in drawing order, which makes sorting cheap.
  for (const alarm of waiting.toReversed()) put(alarm)
  return { offered, bundled }
}
