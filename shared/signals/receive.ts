import type { Alarm, AlarmSignal } from '../alarms/alarm'
import { causeStands, endsCause } from '../alarms/causes'
import { openAlarmsOf } from '../alarms/open-alarms'
import { assertNever } from '../lang/assert-never'
import { type Instant, second } from '../lang/instant'
import { testCovering, testCoveringHeld } from '../on-test/tests-of'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { siteOf } from '../sites/account'
import { zoneNumber } from '../sites/zone-of'
import { triage } from '../triage/triage'
import { detail } from './detail-codes'
import { pathOf } from './path'
import type { Signal } from './signal'
import { hasUnreadZone, unreadPlace } from './wrong-detail'

/**
 * What receiving needs besides the signal: the name of the alarm, should one be raised, and the
 * hub's time.
 */
export interface Receiving {
  readonly alarmId: string
  readonly at: Instant
}

/**
 * What a received signal makes happen: always its own entry with the frame; then an alarm, another
 * signal of an alarm that is open, another reception of one, or the restoral of what stands. A
 * signal of an account nobody knows is quarantined, not lost; one of what is on test is recorded
 * there and raises nothing. Rules may keep the alarm in the ledger instead of the queue
 * (shared/triage).
 */
export function receiveSignal(
  room: Room,
  signal: Signal,
  receiving: Receiving,
): readonly RoomEvent[] {
  const siteId = siteOf(room, signal.account)?.id
  if (siteId === undefined) return [quarantineUnknown(signal)]
  const { zone, heldSince } = signal
  const test =
    heldSince === undefined
      ? testCovering(room, siteId, zone, receiving.at)
      : testCoveringHeld(room, siteId, zone, heldSince)
  if (test === undefined) {
    const received: RoomEvent = { type: 'signal-received', data: { ...signal, siteId } }
    const open = isFact(signal) ? [] : openAlarmsOf(room, siteId, signal.kind)
    const happened = follow(signal, open, { ...receiving, siteId })
    return [received, ...triage(room, happened, receiving.at)]
  }
  const received: RoomEvent = {
    type: 'signal-received',
    data: { ...signal, siteId, testId: test.testId },
  }
  // What began before the test may well end during it.
  const ended = signal.class === 'restore' || signal.class === 'cancel'
  return ended
    ? [received, ...restore(signal, openAlarmsOf(room, siteId, signal.kind), receiving.at)]
    : [received]
}

/**
 * What a signal that was recorded, and raised nothing then, makes happen once it is to: an alarm,
 * or another signal of one that is open; nothing where just this stands in an alarm already.
 * `heldSince` says when it came.
 */
export function raiseLate(
  room: Room,
  siteId: string,
  signal: Signal & { readonly heldSince: Instant },
  receiving: Receiving,
): readonly RoomEvent[] {
  const open = openAlarmsOf(room, siteId, signal.kind)
  if (open.some(({ causes }) => causeStands(causes, signal))) return []
  return triage(room, [raiseOrJoin(signal, open, { ...receiving, siteId })], receiving.at)
}

/** Facts of the site, most of what comes: they concern no alarm, so none is looked up. */
const isFact = ({ class: kind }: Signal): boolean =>
  kind === 'opening' || kind === 'closing' || kind === 'test' || kind === 'status'

interface NewAlarm extends Receiving {
  readonly siteId: string
}

/** `open`: the alarms of the signal's site and kind, newest first. */
function follow(signal: Signal, open: readonly Alarm[], named: NewAlarm): readonly RoomEvent[] {
  switch (signal.class) {
    case 'alarm':
    case 'trouble':
    // A code nobody knows may be anything: somebody must look at it.
    case 'unknown':
      return [raiseOrJoin(signal, open, named)]
    case 'restore':
    // An abort code withdraws the cause; the officer still sees and closes the alarm.
    case 'cancel':
      return restore(signal, open, named.at)
    // Facts of the site, not something to deal with.
    case 'opening':
    case 'closing':
    case 'test':
    case 'status':
      return []
    default:
      return assertNever(signal.class)
  }
}

function raiseOrJoin(
  signal: Signal,
  open: readonly Alarm[],
  { alarmId, siteId, at }: NewAlarm,
): RoomEvent {
  const again = otherReception(signal, open, { restoral: false, at })
  if (again) return again
  const { signalId, kind, priority, meaning, code, zone } = signal
  const said = { signalId, priority, meaning, code, zone, ...marksOf(signal) }
  const joined = open.find((alarm) => covers(alarm, signal))
  return joined
    ? { type: 'alarm-signal-added', data: { alarmId: joined.id, ...said } }
    : { type: 'alarm-raised', data: { alarmId, siteId, kind, ...said } }
}

/** What an officer should know of a signal besides what it says. */
function marksOf(signal: Signal) {
  const { partition, user, text, position, verification, opens, stale, wrongDetails, heldSince } =
    signal
  return {
    path: pathOf(signal),
    ...(partition !== null && { partition }),
    ...(user !== null && { user }),
    ...(text !== null && { text }),
    ...(position && { position }),
    ...(verification && { verification }),
    ...(opens && { opens }),
    ...(stale && { stale }),
    ...(wrongDetails && { wrongDetails }),
    ...(heldSince !== undefined && { heldSince }),
  }
}

/**
 * Longest time between the receptions of one event by two paths: they are sent at once, and a path
 * that is tried only after the first failed takes a few seconds more. The same from the same path
 * is a repetition, or a second event.
 */
const betweenReceptions = 10 * second

/**
 * The event that this is a second reception of something an alarm lists already; null when it is
 * not.
 */
function otherReception(
  signal: Signal,
  open: readonly Alarm[],
  { restoral, at }: { readonly restoral: boolean; readonly at: Instant },
): RoomEvent | null {
  const path = pathOf(signal)
  const zone = plain(signal.zone)
  // What was held takes effect all at once: what counts is when it came.
  const came = signal.heldSince ?? at
  const same = (line: AlarmSignal) =>
    line.restoral === restoral &&
    line.code === signal.code &&
    plain(line.zone) === zone &&
    unreadPlace(line.wrongDetails) === unreadPlace(signal.wrongDetails) &&
    // Not every way tells area and user; where both do, they tell two events apart.
    mayBe(line.partition, signal.partition) &&
    mayBe(line.user, signal.user) &&
    Math.abs(came - (line.heldSince ?? line.at)) <= betweenReceptions &&
    !line.receptions.some((reception) => reception.path === path)
  for (const alarm of open) {
    const line = alarm.signals.findLast(same)
    // What is graver than all an officer has read is news, whatever it is like.
    if (line && (restoral || alarm.priority <= signal.priority))
      return {
        type: 'alarm-reception-added',
        data: { alarmId: alarm.id, signalId: signal.signalId, of: line.signalId, path },
      }
  }
  return null
}

const mayBe = (one: string | undefined, other: string | null): boolean =>
  one === undefined || other === null || one === other

const plain = (zone: string | null): string | null => (zone === null ? null : zoneNumber(zone))

/**
 * Whether a signal may join an alarm. One that waits for an officer takes all of its kind. One in
 * hand takes only what the officer has already seen: acknowledging a door must not silence the
 * vault, nor a second break-in after the first was over, nor one person's call for help another's;
 * but a detector that chatters must not raise a hundred alarms.
 */
const covers = (alarm: Alarm, signal: Signal): boolean =>
  alarm.phase === 'raised' ||
  (causeStands(alarm.causes, signal) &&
    alarm.priority <= signal.priority &&
    hasSeenPlace(alarm, signal))

/**
 * A place in words has no number to be told by: it counts as seen where a line of the alarm has
 * just these words.
 */
const hasSeenPlace = ({ signals }: Alarm, { code, wrongDetails }: Signal): boolean => {
  const place = unreadPlace(wrongDetails)
  return (
    place === '' ||
    signals.some((line) => line.code === code && unreadPlace(line.wrongDetails) === place)
  )
}

/**
 * Stands for a zone that could not be read: a restoral of it must not end what other zones
 * reported.
 */
const unreadZone = '?'

/**
 * A restoral belongs to every alarm it ends something of; one that ends nothing is noted with the
 * newest.
 */
function restore(signal: Signal, open: readonly Alarm[], at: Instant): readonly RoomEvent[] {
  const again = otherReception(signal, open, { restoral: true, at })
  if (again) return [again]
  const { signalId, meaning, code } = signal
  const zone = signal.zone ?? (hasUnreadZone(signal.wrongDetails) ? unreadZone : null)
  const ended = open.filter((alarm) => endsCause(alarm.causes, { ...signal, zone }))
  return (ended.length > 0 ? ended : open.slice(0, 1)).map((alarm) => ({
    type: 'alarm-restored',
    data: { alarmId: alarm.id, signalId, meaning, code, zone, path: pathOf(signal) },
  }))
}

const quarantineUnknown = (signal: Signal): RoomEvent => ({
  type: 'signal-quarantined',
  data: {
    signalId: signal.signalId,
    channel: signal.channel,
    source: signal.source,
    reason: 'unknown-account',
    detail: detail('no-site', { account: signal.account, meaning: signal.meaning }).slice(0, 300),
    frame: signal.frame,
    account: signal.account,
    signal,
  },
})
