import type { Alarm } from '../alarms/alarm'
import { causeStands, endsCause } from '../alarms/causes'
import { openAlarmsOf } from '../alarms/open-alarms'
import type { RoomEvent } from '../console/events'
import type { Room } from '../console/room'
import { assertNever } from '../lang/assert-never'
import type { Signal } from './signal'

/**
 * What a received signal makes happen: always its own entry with the frame; then an alarm, another signal of an alarm
 * that is open, or the restoral of what stands. A signal of an account nobody knows is quarantined, not lost. `alarmId` names
 * the alarm if one is raised.
 */
export function receiveSignal(room: Room, signal: Signal, alarmId: string): readonly RoomEvent[] {
  const siteId = room.accounts.get(signal.account)
  if (siteId === undefined) return [quarantineUnknown(signal)]
  const received: RoomEvent = { type: 'signal-received', data: { ...signal, siteId } }
  return [received, ...follow(signal, openAlarmsOf(room, siteId, signal.kind), { alarmId, siteId })]
}

interface NewAlarm {
  readonly alarmId: string
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
      return restore(signal, open)
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

function raiseOrJoin(signal: Signal, open: readonly Alarm[], { alarmId, siteId }: NewAlarm): RoomEvent {
  const { signalId, kind, priority, meaning, code, zone } = signal
  const joined = open.find((alarm) => covers(alarm, signal))
  return joined
    ? { type: 'alarm-signal-added', data: { alarmId: joined.id, signalId, priority, meaning, code, zone } }
    : { type: 'alarm-raised', data: { alarmId, siteId, signalId, kind, priority, meaning, code, zone } }
}

/**
 * Whether a signal may join an alarm. One that waits for an officer takes all of its kind. One in hand takes only what
 * the officer has already seen: acknowledging a door must not silence the vault, nor a second break-in after the first
 * was over; but a detector that chatters must not raise a hundred alarms.
 */
const covers = (alarm: Alarm, signal: Signal): boolean =>
  alarm.phase === 'raised' || (causeStands(alarm.causes, signal) && alarm.priority <= signal.priority)

/** A restoral belongs to every alarm it ends something of; one that ends nothing is noted with the newest. */
function restore({ signalId, meaning, code, zone }: Signal, open: readonly Alarm[]): readonly RoomEvent[] {
  const ended = open.filter((alarm) => endsCause(alarm.causes, zone))
  return (ended.length > 0 ? ended : open.slice(0, 1)).map((alarm) => ({
    type: 'alarm-restored',
    data: { alarmId: alarm.id, signalId, meaning, code, zone },
  }))
}

const quarantineUnknown = (signal: Signal): RoomEvent => ({
  type: 'signal-quarantined',
  data: {
    signalId: signal.signalId,
    channel: signal.channel,
    source: signal.source,
    reason: 'unknown-account',
    detail: `Account ${signal.account} belongs to no site; it reported: ${signal.meaning}`.slice(0, 300),
    frame: signal.frame,
    account: signal.account,
  },
})
