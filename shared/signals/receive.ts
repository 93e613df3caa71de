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
 * What receiving needs besides the signal: the id for an alarm it may raise, and the hub's time.
 */
export interface Receiving {
  readonly alarmId: string
  readonly at: Instant
}

/**
 * What a received signal makes happen. It always gets its own entry with the frame; then an alarm,
 * another signal or reception of an open alarm, or a restoral. A signal of an unknown account is
 * quarantined, not lost; one of an account or site on test is recorded there and raises nothing.
 * Rules may put the alarm into the ledger instead of the queue (shared/triage).
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
 * What a signal that was recorded without effect makes happen later: an alarm, another signal of an
 * open one, or nothing when an alarm already has it. `heldSince` says when it came.
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

/** Facts of the site, which are most of what comes. They concern no alarm, so none is looked up. */
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
    // An unknown code may be anything: somebody must look at it.
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

/** What an officer should know about a signal besides what it says. */
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
 * Longest time between two receptions of one event by different paths. They are sent at once; a
 * path tried only after the first failed takes a few seconds more. The same signal from the same
 * path is a repetition, or a second event.
 */
const betweenReceptions = 10 * second

/** The event already listed on an alarm that this is a second reception of, or null. */
function otherReception(
  signal: Signal,
  open: readonly Alarm[],
  { restoral, at }: { readonly restoral: boolean; readonly at: Instant },
): RoomEvent | null {
  const path = pathOf(signal)
  const zone = plain(signal.zone)
  // Held signals take effect all at once: what counts is when each came.
  const came = signal.heldSince ?? at
  const same = (line: AlarmSignal) =>
    line.restoral === restoral &&
    line.code === signal.code &&
    plain(line.zone) === zone &&
    unreadPlace(line.wrongDetails) === unreadPlace(signal.wrongDetails) &&
    // Not every path tells area and user; where both do, these tell two events apart.
    mayBe(line.partition, signal.partition) &&
    mayBe(line.user, signal.user) &&
    Math.abs(came - (line.heldSince ?? line.at)) <= betweenReceptions &&
    !line.receptions.some((reception) => reception.path === path)
  for (const alarm of open) {
    const line = alarm.signals.findLast(same)
    // Anything graver than what an officer has read is news, whatever it resembles.
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
 * Whether a signal may join an alarm. An alarm that waits takes every signal of its kind. One in
 * hand takes only what the officer has already seen: acknowledging a door must not silence the
 * vault, nor a second break-in after the first was over, nor another person's call for help. But a
 * chattering detector must not raise a hundred alarms.
 */
const covers = (alarm: Alarm, signal: Signal): boolean =>
  alarm.phase === 'raised' ||
  (causeStands(alarm.causes, signal) &&
    alarm.priority <= signal.priority &&
    hasSeenPlace(alarm, signal))

/**
 * A place in words has no number to compare: it counts as seen when a line of the alarm has the
 * same words.
 */
const hasSeenPlace = ({ signals }: Alarm, { code, wrongDetails }: Signal): boolean => {
  const place = unreadPlace(wrongDetails)
  return (
    place === '' ||
    signals.some((line) => line.code === code && unreadPlace(line.wrongDetails) === place)
  )
}

/** Stands for an unreadable zone: its restoral must not end what other zones reported. */
const unreadZone = '?'

/**
 * A restoral belongs to every alarm it ends something in; one that ends nothing is noted with the
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
