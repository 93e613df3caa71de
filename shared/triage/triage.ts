import type { Alarm } from '../alarms/alarm'
import { plainZone } from '../alarms/causes'
import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { chatterUnseen, judgeChatter } from './chatter'
import { isProtected } from './rules'
import { judgeStorm } from './storm'
import type { Judged, Verdict } from './verdict'

type Raised = Extract<RoomEvent, { type: 'alarm-raised' }>
type Joined = Extract<RoomEvent, { type: 'alarm-signal-added' }>

/**
 * What a signal makes happen after the rules: an alarm may be raised into a bundle, a waiting one
 * may go into one, and a bundled one leaves when something graver or of another zone came. All
 * events given are in the result, with those of the ledger. A signal that waited in quarantine says
 * nothing about now, so it is not judged.
 */
export function triage(
  room: Room,
  events: readonly RoomEvent[],
  at: Instant,
): readonly RoomEvent[] {
  return events.flatMap((event): readonly RoomEvent[] => {
    if (event.type === 'alarm-raised') return raise(room, event, at)
    if (event.type === 'alarm-signal-added') return join(room, event, at)
    return [event]
  })
}

function raise(room: Room, event: Raised, at: Instant): readonly RoomEvent[] {
  const { alarmId: id, siteId, kind, priority, zone, heldSince } = event.data
  if (heldSince !== undefined) return [event]
  const verdict = judge(room, { id, siteId, kind, priority, zone: plainZone(zone), at })
  if (verdict === null) return [event]
  const { bundleId, opened, others } = verdict
  const raised: Raised = { type: 'alarm-raised', data: { ...event.data, foldId: bundleId } }
  return [
    ...(opened ? [opened] : []),
    raised,
    ...others.map((alarmId) => bundled(alarmId, bundleId)),
  ]
}

function join(room: Room, event: Joined, at: Instant): readonly RoomEvent[] {
  const { alarmId, heldSince } = event.data
  const alarm = room.alarms.get(alarmId)
  // An alarm in hand is an officer's: no rule takes it away.
  if (alarm?.phase !== 'raised') return [event]
  const priority = event.data.priority < alarm.priority ? event.data.priority : alarm.priority
  const zone = plainZone(event.data.zone)
  if (alarm.bundleId !== undefined) {
    const now = { ...alarm, priority }
    return takesMore(room, now, zone) ? leave(room, event, now, zone) : anew(room, event, alarm, at)
  }
  if (heldSince !== undefined) return [event]
  const { id, siteId, kind } = alarm
  const verdict = judge(room, { id, siteId, kind, priority, zone, at })
  if (verdict === null) return [event]
  const { bundleId, opened, others } = verdict
  const all = [...new Set([...others, alarmId])]
  return [event, ...(opened ? [opened] : []), ...all.map((one) => bundled(one, bundleId))]
}

/**
 * Whether an alarm's row still takes reports: it is open, and where an officer must know of the
 * chatter, one does.
 */
function takesMore(
  room: Room,
  { bundleId = '', siteId, kind, priority }: Alarm,
  zone: string,
): boolean {
  const bundle = room.bundles.get(bundleId)
  if (bundle?.phase !== 'open') return false
  return bundle.rule !== 'chatter' || chatterUnseen(room, { siteId, kind, priority, zone })
}

/** The alarm leaves a row that takes no more, and is judged like any alarm in the queue. */
function anew(
  room: Room,
  event: Joined,
  { bundleId = '', ...alarm }: Alarm,
  at: Instant,
): readonly RoomEvent[] {
  const { id: alarmId } = alarm
  const left: RoomEvent = {
    type: 'alarm-unfolded',
    data: { alarmId, foldId: bundleId, why: 'row-over' },
  }
  return [left, ...join({ ...room, alarms: room.alarms.set(alarmId, alarm) }, event, at)]
}

function leave(room: Room, event: Joined, alarm: Alarm, zone: string): readonly RoomEvent[] {
  const { id: alarmId, bundleId = '' } = alarm
  const bundle = room.bundles.get(bundleId)
  const out = (why: 'graver' | 'other-cause'): readonly RoomEvent[] => [
    event,
    { type: 'alarm-unfolded', data: { alarmId, foldId: bundleId, why } },
  ]
  if (isProtected(alarm) || (bundle && alarm.priority < bundle.priority)) return out('graver')
  return bundle?.place.type === 'zone' && bundle.place.zone !== zone ? out('other-cause') : [event]
}

function judge(room: Room, alarm: Judged): Verdict | null {
  if (isProtected(alarm)) return null
  const answer = judgeStorm(room, alarm) ?? judgeChatter(room, alarm)
  return answer === 'held' ? null : answer
}

const bundled = (alarmId: string, bundleId: string): RoomEvent => ({
  type: 'alarm-folded',
  data: { alarmId, foldId: bundleId },
})
