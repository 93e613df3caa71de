import type { Stamp } from '../accounts/stamp'
import { openAlarmKey } from '../alarms/alarm'
import { accept, type Decision, type Refusal, refuse } from '../lang/decision'
import type { Room } from '../room/room'
import { undoGoneOn, undoRefusal } from '../undo/undo-rule'
import type { IncidentCommand } from './commands'
import type { Incident, IncidentEntry, IncidentEvent } from './incident'
import { logLine } from './log-line'
import { partsOf, rootOf } from './whole'

/** Takes a closing back: work on the incident goes on as before. */
export function decideReopen(
  room: Room,
  { incidentId }: IncidentCommand<'reopen-incident'>,
  stamp: Stamp,
): Decision<IncidentEvent> {
  const incident = room.incidents.get(incidentId)
  if (!incident) return refuse('incident-unknown', 'This incident is not in the room any more')
  // What was closed as one is reopened as one.
  const parts = partsOf(room, rootOf(room, incident))
  const refusal = parts.map((part) => reopenRefusal(room, part, stamp)).find((said) => said)
  if (refusal) return { outcome: 'refused', refusal }
  return accept(
    ...parts.map(({ id }): IncidentEvent => {
      return { type: 'incident-reopened', data: { incidentId: id } }
    }),
  )
}

function reopenRefusal(room: Room, incident: Incident, stamp: Stamp): Refusal | null {
  if (incident.phase === 'open') return undoGoneOn
  const { closedById: byId, closedBy: by, closedAt: at } = incident
  const refusal = undoRefusal(stamp, { byId, by, at })
  if (refusal) return refusal
  const last = incident.log.at(-1)?.type === 'incident-closed'
  return last && !room.openIncidents.has(incident.siteId) ? null : undoGoneOn
}

/** The incident and its alarms are in hand again, as before the closing. */
export function foldReopened(room: Room, entry: IncidentEntry<'incident-reopened'>): Room {
  const { incidentId } = entry.data
  const closed = room.incidents.get(incidentId)
  if (closed?.phase !== 'closed') return room
  const { closedAt, closedBy, closedById, disposition, remark, ...facts } = closed
  const incident: Incident = { ...facts, log: [...facts.log, logLine(entry, {})], phase: 'open' }
  return {
    ...reopenAlarms(room, incident.alarmIds),
    incidents: room.incidents.set(incidentId, incident),
    openIncidents: room.openIncidents.set(incident.siteId, incidentId),
    closedIncidents: room.closedIncidents.filter((id) => id !== incidentId),
  }
}

function reopenAlarms(room: Room, alarmIds: readonly string[]): Room {
  let { alarms, openAlarms } = room
  for (const id of alarmIds) {
    const alarm = alarms.get(id)
    if (alarm?.phase !== 'closed') continue
    const { closedAt: _, ...facts } = alarm
    alarms = alarms.set(id, { ...facts, phase: 'acknowledged' })
    const key = openAlarmKey(alarm.siteId, alarm.kind)
    const newest = alarms.get(openAlarms.get(key) ?? '')
    if (!newest || newest.raisedSeq < alarm.raisedSeq) openAlarms = openAlarms.set(key, id)
  }
  return { ...room, alarms, openAlarms }
}
