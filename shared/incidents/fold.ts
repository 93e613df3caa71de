import { closeAlarms } from '../alarms/fold'
import type { AnyEntry, EntryHead } from '../journal/entry'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import type { Incident, IncidentEntry, LogLine, StepDone } from './incident'
import { keptClosed } from './incident'
import { logLine } from './log-line'
import { ledBy } from './own-plan'

export function foldOpened(room: Room, entry: IncidentEntry<'incident-opened'>): Room {
  const { incidentId, siteId, alarmId, kind, priority, plan } = entry.data
  const incident: Incident = {
    id: incidentId,
    siteId,
    kind,
    priority,
    openedAt: entry.at,
    owner: { id: entry.by.id, name: entry.by.name },
    alarmIds: [alarmId],
    assignmentIds: [],
    ...(plan && { plan: { ...plan, asOf: entry.seq } }),
    steps: {},
    // Who took its alarm before and gave it back is told as well.
    log: [...(room.alarms.get(alarmId)?.released ?? []), logLine(entry, {})],
    phase: 'open',
  }
  return {
    ...room,
    incidents: room.incidents.set(incidentId, incident),
    openIncidents: room.openIncidents.set(siteId, incidentId),
  }
}

/**
 * The gravest alarm says what the incident is and which plan it has. Steps already done stay done.
 */
export function foldAlarmAdded(room: Room, entry: IncidentEntry<'incident-alarm-added'>): Room {
  const { incidentId, alarmId } = entry.data
  const incidents = changeRow(room.incidents, incidentId, (incident) => ({
    ...ledBy(room, incident, entry.data),
    alarmIds: [...incident.alarmIds, alarmId],
    log: [...incident.log, logLine(entry, { alarm: alarmId })],
  }))
  return { ...room, incidents }
}

export const foldNote = (room: Room, entry: IncidentEntry<'incident-note-added'>): Room =>
  appendLog(room, entry.data.incidentId, entry, { text: entry.data.text })

export function foldStep(
  room: Room,
  entry: IncidentEntry<'incident-step-completed' | 'incident-step-skipped'>,
): Room {
  const { incidentId, stepId } = entry.data
  const { done, told } = howDone(entry)
  const incidents = changeRow(room.incidents, incidentId, (incident) => ({
    ...incident,
    steps: { ...incident.steps, [stepId]: done },
    log: [...incident.log, logLine(entry, { step: stepId, ...told })],
  }))
  return { ...room, incidents }
}

function howDone(entry: IncidentEntry<'incident-step-completed' | 'incident-step-skipped'>): {
  readonly done: StepDone
  readonly told: LogLine['params']
} {
  if (entry.type === 'incident-step-skipped') {
    const { reason } = entry.data
    return { done: { ...madeBy(entry), skipped: reason }, told: { reason } }
  }
  const { outcome } = entry.data
  return outcome === undefined
    ? { done: madeBy(entry), told: {} }
    : { done: { ...madeBy(entry), outcome }, told: { outcome } }
}

export function foldTried(room: Room, entry: IncidentEntry<'incident-step-tried'>): Room {
  const { incidentId, stepId, outcome } = entry.data
  const incidents = changeRow(room.incidents, incidentId, (incident) => ({
    ...incident,
    tries: { ...incident.tries, [stepId]: { ...madeBy(entry), outcome } },
    log: [...incident.log, logLine(entry, { step: stepId, outcome })],
  }))
  return { ...room, incidents }
}

const madeBy = (entry: EntryHead) => ({ at: entry.at, by: entry.by.name, byId: entry.by.id })

export function foldClosed(room: Room, entry: IncidentEntry<'incident-closed'>): Room {
  const { incidentId, disposition, remark } = entry.data
  const incident = room.incidents.get(incidentId)
  if (!incident) return room
  const closed: Incident = {
    ...incident,
    log: [...incident.log, logLine(entry, { disposition, remark })],
    phase: 'closed',
    closedAt: entry.at,
    closedBy: entry.by.name,
    closedById: entry.by.id,
    disposition,
    remark,
  }
  const next = closeAlarms(
    { ...room, incidents: room.incidents.set(incidentId, closed) },
    incident.alarmIds,
    entry.at,
  )
  return forgetOldest({
    ...next,
    openIncidents: next.openIncidents.delete(incident.siteId),
    closedIncidents: [...next.closedIncidents, incidentId],
  })
}

/** Adds a line to the log of an incident; used for everything that happens to it. */
export function appendLog(
  room: Room,
  incidentId: string,
  entry: AnyEntry,
  params: LogLine['params'],
): Room {
  const incidents = changeRow(room.incidents, incidentId, (incident) => ({
    ...incident,
    log: [...incident.log, logLine(entry, params)],
  }))
  return { ...room, incidents }
}

/**
 * Lets the oldest closed incident go, with its alarms and assignments, once more than `keptClosed`
 * are kept.
 */
function forgetOldest(room: Room): Room {
  if (room.closedIncidents.length <= keptClosed) return room
  const [oldest, ...closedIncidents] = room.closedIncidents
  const incident = oldest === undefined ? undefined : room.incidents.get(oldest)
  if (!incident) return { ...room, closedIncidents }
  return {
    ...room,
    closedIncidents,
    incidents: room.incidents.delete(incident.id),
    alarms: room.alarms.deleteAll(incident.alarmIds),
    assignments: room.assignments.deleteAll(incident.assignmentIds),
  }
}
