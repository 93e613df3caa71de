import type { Incident } from '../incidents/incident'
import { logLine } from '../incidents/log-line'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import { type Call, type CallEntry, keptCalls } from './call'

export function foldBegun(room: Room, entry: CallEntry<'incident-call-begun'>): Room {
  const { incidentId, callId, ...called } = entry.data
  const call: Call = {
    ...{ id: callId, ...called, seq: entry.seq, at: entry.at },
    ...{ by: entry.by.name, byId: entry.by.id, phase: 'ringing' },
  }
  const { role, phone } = called
  return changed(room, incidentId, (incident) => ({
    ...incident,
    calls: [...(incident.calls ?? []).slice(1 - keptCalls), call],
    log: [...incident.log, logLine(entry, { role, phone })],
  }))
}

export function foldEnded(room: Room, entry: CallEntry<'incident-call-ended'>): Room {
  const { incidentId, callId, role, phone, outcome } = entry.data
  const ended = (call: Call): Call => ({
    ...{ ...call, phase: 'ended', outcome, endedAt: entry.at },
    ...{ endedBy: entry.by.name, endedById: entry.by.id },
  })
  return changed(room, incidentId, (incident) => ({
    ...incident,
    calls: (incident.calls ?? []).map((call) => (call.id === callId ? ended(call) : call)),
    log: [...incident.log, logLine(entry, { role, phone, outcome })],
  }))
}

const changed = (
  room: Room,
  incidentId: string,
  change: (incident: Incident) => Incident,
): Room => ({
  ...room,
  incidents: changeRow(room.incidents, incidentId, change),
})
