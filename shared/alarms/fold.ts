import type { Priority } from '../codes/kinds'
import type { EntryOf } from '../console/events'
import { openAlarmKey, type Room } from '../console/room'
import type { Instant } from '../lang/instant'
import { changeRow } from '../lang/table'
import type { Alarm, AlarmFacts, AlarmSignal } from './alarm'

/** Signals listed on an alarm; a chattering detector must not grow the room without bound. All are counted, the journal has them. */
const keptSignals = 20

export function foldRaised(room: Room, { seq, at, data }: EntryOf<'alarm-raised'>): Room {
  const { alarmId, siteId, signalId, kind, priority, meaning, code, zone } = data
  const alarm: Alarm = {
    id: alarmId,
    siteId,
    kind,
    priority,
    meaning,
    zone,
    raisedAt: at,
    lastSignalAt: at,
    restoredAt: null,
    signalCount: 1,
    signals: [{ signalId, seq, at, meaning, code, zone, restoral: false }],
    phase: 'raised',
  }
  return {
    ...room,
    alarms: room.alarms.set(alarmId, alarm),
    openAlarms: room.openAlarms.set(openAlarmKey(siteId, kind), alarmId),
  }
}

/** A further signal of the same cause: the cause stands (again), and the graver priority counts. */
export function foldSignalAdded(room: Room, { seq, at, data }: EntryOf<'alarm-signal-added'>): Room {
  const { alarmId, signalId, priority, meaning, code, zone } = data
  const line: AlarmSignal = { signalId, seq, at, meaning, code, zone, restoral: false }
  const alarms = changeRow(room.alarms, alarmId, (alarm) => ({
    ...withSignal(alarm, line),
    priority: Math.min(alarm.priority, priority) as Priority,
    restoredAt: null,
  }))
  return { ...room, alarms }
}

export function foldRestored(room: Room, { seq, at, data }: EntryOf<'alarm-restored'>): Room {
  const { alarmId, signalId, meaning, code, zone } = data
  const line: AlarmSignal = { signalId, seq, at, meaning, code, zone, restoral: true }
  const alarms = changeRow(room.alarms, alarmId, (alarm) => ({ ...withSignal(alarm, line), restoredAt: at }))
  return { ...room, alarms }
}

export function foldAcknowledged(room: Room, { at, by, data }: EntryOf<'alarm-acknowledged'>): Room {
  const { alarmId, incidentId } = data
  const alarms = changeRow(room.alarms, alarmId, (alarm) => ({
    ...alarmFacts(alarm),
    phase: 'acknowledged' as const,
    incidentId,
    acknowledgedBy: by.name,
    acknowledgedAt: at,
  }))
  return { ...room, alarms }
}

/** Closing an incident closes the alarms dealt with under it. */
export function closeAlarms(room: Room, alarmIds: readonly string[], at: Instant): Room {
  let { alarms, openAlarms } = room
  for (const id of alarmIds) {
    const alarm = alarms.get(id)
    if (alarm?.phase !== 'acknowledged') continue
    alarms = alarms.set(id, { ...alarm, phase: 'closed', closedAt: at })
    openAlarms = openAlarms.delete(openAlarmKey(alarm.siteId, alarm.kind))
  }
  return { ...room, alarms, openAlarms }
}

const withSignal = (alarm: Alarm, line: AlarmSignal): Alarm => ({
  ...alarm,
  lastSignalAt: line.at,
  signalCount: alarm.signalCount + 1,
  signals: [...alarm.signals.slice(-(keptSignals - 1)), line],
})

const alarmFacts = (alarm: Alarm): AlarmFacts => ({
  id: alarm.id,
  siteId: alarm.siteId,
  kind: alarm.kind,
  priority: alarm.priority,
  meaning: alarm.meaning,
  zone: alarm.zone,
  raisedAt: alarm.raisedAt,
  lastSignalAt: alarm.lastSignalAt,
  restoredAt: alarm.restoredAt,
  signalCount: alarm.signalCount,
  signals: alarm.signals,
})
