import { isWaiting } from '../alarms/waiting'
import type { Room } from '../room/room'
import type { BundlePlace } from './ledger'
import { isHeld, regionSites, regionTowns, stormPriority, townSites } from './rules'
import { type StormOf, stormOf, type Trouble, windowsWith } from './troubles'
import { type Answer, bundleAt, into, type Judged, openBundle, type Verdict } from './verdict'

/**
 * Whether one trouble of many sites explains an alarm: in its town, or else in the whole region.
 */
export function judgeStorm(room: Room, alarm: Judged): Answer {
  const storm = stormOf(room, alarm)
  if (storm === null) return null
  const ofTown = bundleAt(room, storm.townKey)
  const ofRegion = bundleAt(room, storm.regionKey)
  if (isHeld(ofTown, alarm.at) || isHeld(ofRegion, alarm.at)) return 'held'
  if (ofTown?.phase === 'open') return into(ofTown)
  if (ofRegion?.phase === 'open') return into(ofRegion)
  const trouble = { siteId: alarm.siteId, alarmId: alarm.id, town: storm.town, at: alarm.at }
  const { town, region } = windowsWith(room, storm, trouble)
  if (town.length >= townSites) return trip(room, storm, { type: 'town', town: storm.town }, town)
  const towns = new Set(region.map((one) => one.town)).size
  if (region.length >= regionSites && towns >= regionTowns)
    return trip(room, storm, { type: 'region' }, region)
  return null
}

function trip(
  room: Room,
  { rule }: StormOf,
  place: BundlePlace,
  counted: readonly Trouble[],
): Verdict {
  const others = counted.filter(({ alarmId, at }) => {
    const alarm = room.alarms.get(alarmId)
    const storm = alarm && isWaiting(alarm) ? stormOf(room, alarm) : null
    return storm !== null && !isHeld(bundleAt(room, storm.townKey), at)
  })
  const since = Math.min(...counted.map(({ at }) => at))
  return openBundle(
    room,
    { ...rule, place, priority: stormPriority, since },
    others.map(({ alarmId }) => alarmId),
  )
}
