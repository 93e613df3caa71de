import type { RoomEvent } from '../console/events'
import { openAlarmKey, type Room } from '../console/room'
import { assertNever } from '../lang/assert-never'
import type { Signal } from './signal'

/**
 * What a received signal makes happen: always its own entry with the frame; then an alarm, another signal of an alarm
 * that is open, or the restoral of one. A signal of an account nobody knows is quarantined, not lost. `alarmId` names
 * the alarm if one is raised.
 */
export function receiveSignal(room: Room, signal: Signal, alarmId: string): readonly RoomEvent[] {
  const siteId = room.accounts.get(signal.account)
  if (siteId === undefined) return [quarantineUnknown(signal)]
  const received: RoomEvent = { type: 'signal-received', data: { ...signal, siteId } }
  const consequence = follow(room, signal, siteId, alarmId)
  return consequence ? [received, consequence] : [received]
}

function follow(room: Room, signal: Signal, siteId: string, alarmId: string): RoomEvent | null {
  const { signalId, kind, priority, meaning, code, zone } = signal
  const open = room.openAlarms.get(openAlarmKey(siteId, kind))
  switch (signal.class) {
    case 'alarm':
    case 'trouble':
    // A code nobody knows may be anything: somebody must look at it.
    case 'unknown':
      return open === undefined
        ? { type: 'alarm-raised', data: { alarmId, siteId, signalId, kind, priority, meaning, code, zone } }
        : { type: 'alarm-signal-added', data: { alarmId: open, signalId, priority, meaning, code, zone } }
    case 'restore':
    // An abort code withdraws the cause; the officer still sees and closes the alarm.
    case 'cancel':
      return open === undefined
        ? null
        : { type: 'alarm-restored', data: { alarmId: open, signalId, meaning, code, zone } }
    // Facts of the site, not something to deal with.
    case 'opening':
    case 'closing':
    case 'test':
    case 'status':
      return null
    default:
      return assertNever(signal.class)
  }
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
