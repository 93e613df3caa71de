import type { CommandOf, Stamp } from '../console/commands'
import type { RoomEvent } from '../console/events'
import type { Room } from '../console/room'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import { isActive } from '../teams/assignment'
import type { Incident } from './incident'
import { responsePlan } from './response-plan'

/** Null when the incident can still be worked on, or why not. */
export function incidentRefusal(incident: Incident | undefined): Refusal | null {
  if (!incident) return sentence('incident-unknown', 'This incident is not in the room any more')
  if (incident.phase === 'closed')
    return sentence('incident-closed', '{by} closed this incident at {at}', {
      by: incident.closedBy,
      at: clockTime(incident.closedAt),
    })
  return null
}

export function decideNote(room: Room, command: CommandOf<'add-note'>, stamp: Stamp): Decision<RoomEvent> {
  const { incidentId, noteId, text } = command
  const incident = room.incidents.get(incidentId)
  // A note may be added after closing too: what is learnt late belongs in the record as well.
  if (!incident) return refuse('incident-unknown', 'This incident is not in the room any more')
  if (stamp.by.kind === 'team' && !isOnIncident(room, incident, stamp.by.id))
    return refuse('not-your-incident', 'Only teams sent to this incident may add to it')
  return accept({ type: 'incident-note-added', data: { incidentId, noteId, text } })
}

export function decideStep(room: Room, command: CommandOf<'complete-step'>): Decision<RoomEvent> {
  const { incidentId, stepId } = command
  const incident = room.incidents.get(incidentId)
  const refusal = incidentRefusal(incident)
  if (refusal || !incident) return { outcome: 'refused', refusal: refusal as Refusal }
  const site = room.sites.get(incident.siteId)
  if (!responsePlan(incident.kind, site).some((step) => step.id === stepId))
    return refuse('step-unknown', 'The response plan of this incident has no step {step}', { step: stepId })
  const done = incident.steps[stepId]
  if (done) return agree('step-already-done', '{by} did this at {at}', { by: done.by, at: clockTime(done.at) })
  return accept({ type: 'incident-step-completed', data: { incidentId, stepId } })
}

/** Null when the incident may be closed, or why not: a team still out there would be forgotten. */
export function closeRefusal(room: Room, incident: Incident | undefined): Refusal | null {
  const refusal = incidentRefusal(incident)
  if (refusal || !incident) return refusal
  const team = incident.assignmentIds
    .map((id) => room.assignments.get(id))
    .filter((assignment) => assignment !== undefined)
    .find(isActive)
  if (!team) return null
  return sentence('team-still-assigned', '{team} is still on this incident: clear or cancel it first', {
    team: room.teams.get(team.teamId)?.callSign ?? team.teamId,
  })
}

export function decideClose(room: Room, command: CommandOf<'close-incident'>): Decision<RoomEvent> {
  const { incidentId, disposition, remark } = command
  const incident = room.incidents.get(incidentId)
  if (incident?.phase === 'closed' && incident.disposition === disposition)
    return agree('incident-already-closed', '{by} closed it first, at {at}', {
      by: incident.closedBy,
      at: clockTime(incident.closedAt),
    })
  const refusal = closeRefusal(room, incident)
  if (refusal) return { outcome: 'refused', refusal }
  return accept({ type: 'incident-closed', data: { incidentId, disposition, remark } })
}

const isOnIncident = (room: Room, incident: Incident, teamId: string): boolean =>
  incident.assignmentIds.some((id) => room.assignments.get(id)?.teamId === teamId)
