import { arrived } from '../escalation/help'
import { ledBy } from '../incidents/own-plan'
import type { Instant } from '../lang/instant'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import { recount } from '../triage/fold'
import { offer } from '../triage/load'
import { noteTrouble } from '../triage/troubles'
import type { Alarm, AlarmEntry, AlarmFacts, AlarmReception, AlarmSignal } from './alarm'
import { openAlarmKey } from './alarm'
import { withCause, withoutCause } from './causes'

/**
 * The maximum number of signals listed on an alarm, so a chattering detector cannot grow the room
 * without bound. All are counted, and the journal has them.
 */
const keptSignals = 20

export function foldRaised(room: Room, { seq, at, data }: AlarmEntry<'alarm-raised'>): Room {
  const { alarmId, siteId, kind, priority, meaning, code, zone, foldId: bundleId } = data
  const alarm: Alarm = {
    id: alarmId,
    siteId,
    kind,
    priority,
    meaning,
    code,
    zone,
    raisedAt: at,
    raisedSeq: seq,
    lastSignalAt: at,
    causes: withCause([], data),
    restoredAt: null,
    signalCount: 1,
    signals: [lineOf(data, { seq, at, restoral: false })],
    ...(bundleId !== undefined && { bundleId }),
    phase: 'raised',
  }
  return {
    ...room,
    bundles: recount(room, undefined, alarm),
    // What waited in quarantine says nothing about now.
    troubles: data.heldSince === undefined ? noteTrouble(room, alarm, at) : room.troubles,
    load: bundleId === undefined ? offer(room.load, at) : room.load,
    alarms: room.alarms.set(alarmId, alarm),
    openAlarms: room.openAlarms.set(openAlarmKey(siteId, kind), alarmId),
  }
}

/**
 * Adds a signal. Its cause stands (again). A signal of higher priority becomes the headline of the
 * alarm and raises the priority of its incident.
 */
export function foldSignalAdded(
  room: Room,
  { seq, at, data }: AlarmEntry<'alarm-signal-added'>,
): Room {
  const { alarmId, priority, meaning, code, zone } = data
  const line = lineOf(data, { seq, at, restoral: false })
  const alarms = changeRow(room.alarms, alarmId, (alarm) => ({
    ...withSignal(alarm, line),
    ...(priority < alarm.priority ? { priority, meaning, code, zone } : {}),
    causes: withCause(alarm.causes, data),
    restoredAt: null,
  }))
  const alarm = alarms.get(alarmId)
  if (alarm?.phase === 'raised') {
    const bundles = recount(room, room.alarms.get(alarmId), alarm)
    const troubles = data.heldSince === undefined ? noteTrouble(room, alarm, at) : room.troubles
    return { ...room, alarms, bundles, troubles }
  }
  if (alarm?.phase !== 'acknowledged') return { ...room, alarms }
  const incidents = changeRow(room.incidents, alarm.incidentId, (incident) =>
    ledBy(room, incident, alarm),
  )
  return { ...room, alarms, incidents }
}

/**
 * Ends one zone's causes, or all causes when no zone is named. The alarm is restored once none
 * stands.
 */
export function foldRestored(room: Room, { seq, at, data }: AlarmEntry<'alarm-restored'>): Room {
  const { alarmId, zone, code } = data
  const line = lineOf(data, { seq, at, restoral: true })
  const alarms = changeRow(room.alarms, alarmId, (alarm) => {
    const causes = withoutCause(alarm.causes, { zone, code })
    const restoredAt = causes.some((cause) => cause.standing) ? null : (alarm.restoredAt ?? at)
    return { ...withSignal(alarm, line), causes, restoredAt }
  })
  return { ...room, alarms, bundles: recounted(room, alarms, alarmId) }
}

export function foldAcknowledged(room: Room, entry: AlarmEntry<'alarm-acknowledged'>): Room {
  const { at, by } = entry
  const { alarmId, incidentId } = entry.data
  const alarms = changeRow(room.alarms, alarmId, (alarm) => ({
    ...alarmFacts(alarm),
    phase: 'acknowledged' as const,
    incidentId,
    acknowledgedBy: by.name,
    acknowledgedById: by.id,
    acknowledgedAt: at,
  }))
  // Taken by hand, it is no longer in a bundle: `alarmFacts` leaves that out.
  const bundles = recounted(room, alarms, alarmId)
  return { ...room, alarms, bundles, help: arrived(room.help, entry) }
}

export function recounted(room: Room, alarms: Room['alarms'], alarmId: string): Room['bundles'] {
  const alarm = alarms.get(alarmId)
  return alarm ? recount(room, room.alarms.get(alarmId), alarm) : room.bundles
}

export function closeAlarms(room: Room, alarmIds: readonly string[], at: Instant): Room {
  let { alarms, openAlarms } = room
  for (const id of alarmIds) {
    const alarm = alarms.get(id)
    if (alarm?.phase !== 'acknowledged') continue
    alarms = alarms.set(id, { ...alarm, phase: 'closed', closedAt: at })
    const key = openAlarmKey(alarm.siteId, alarm.kind)
    // A newer alarm of the same cause may wait there unanswered: it stays open.
    if (openAlarms.get(key) === id) openAlarms = openAlarms.delete(key)
  }
  return { ...room, alarms, openAlarms }
}

/** The same event arrived over another path: nothing new happened, but it is confirmed. */
export function foldReception(room: Room, { at, data }: AlarmEntry<'alarm-reception-added'>): Room {
  return withReception(room, data.alarmId, data.of, { path: data.path, at })
}

/** The maximum number of receptions listed for one event. A unit has two paths; a third is rare. */
const keptReceptions = 4

export function withReception(
  room: Room,
  alarmId: string,
  signalId: string,
  reception: AlarmReception,
): Room {
  const add = (line: AlarmSignal): AlarmSignal =>
    line.signalId !== signalId || line.receptions.some(({ path }) => path === reception.path)
      ? line
      : { ...line, receptions: [...line.receptions, reception].slice(0, keptReceptions) }
  const alarms = changeRow(room.alarms, alarmId, (alarm) => ({
    ...alarm,
    signals: alarm.signals.map(add),
  }))
  return alarms === room.alarms ? room : { ...room, alarms }
}

type Said = AlarmEntry<'alarm-raised' | 'alarm-signal-added' | 'alarm-restored'>['data']

function lineOf(data: Said, come: Pick<AlarmSignal, 'seq' | 'at' | 'restoral'>): AlarmSignal {
  const { signalId, meaning, code, zone, path } = data
  const receptions = path === undefined ? [] : [{ path, at: come.at }]
  const line = { signalId, ...come, meaning, code, zone, receptions }
  if (!('priority' in data)) return line
  const { partition, user, text, position, verification, opens, stale, wrongDetails, heldSince } =
    data
  return {
    ...line,
    ...(partition !== undefined && { partition }),
    ...(user !== undefined && { user }),
    ...(text !== undefined && { text }),
    ...(position && { position }),
    ...(verification !== undefined && { verification }),
    ...(opens && { opens }),
    ...(stale && { stale }),
    ...(wrongDetails && { wrongDetails }),
    ...(heldSince !== undefined && { heldSince }),
  }
}

/**
 * The maximum number of lines that keep a sender's words, so long texts cannot fill the room. The
 * journal has them all.
 */
const keptWords = 4

const withSignal = (alarm: Alarm, line: AlarmSignal): Alarm => {
  const before = alarm.signals.slice(-(keptSignals - 1))
  const older = before.slice(0, -(keptWords - 1)).map(withoutWords)
  return {
    ...alarm,
    lastSignalAt: line.at,
    signalCount: alarm.signalCount + 1,
    signals: [...older, ...before.slice(-(keptWords - 1)), line],
  }
}

function withoutWords(line: AlarmSignal): AlarmSignal {
  if (line.text === undefined && line.verification === undefined) return line
  const { text: _, verification: __, ...rest } = line
  return rest
}

export const alarmFacts = (alarm: Alarm): AlarmFacts => ({
  id: alarm.id,
  siteId: alarm.siteId,
  kind: alarm.kind,
  priority: alarm.priority,
  meaning: alarm.meaning,
  code: alarm.code,
  zone: alarm.zone,
  raisedAt: alarm.raisedAt,
  raisedSeq: alarm.raisedSeq,
  lastSignalAt: alarm.lastSignalAt,
  causes: alarm.causes,
  restoredAt: alarm.restoredAt,
  signalCount: alarm.signalCount,
  signals: alarm.signals,
  ...(alarm.released && { released: alarm.released }),
})
