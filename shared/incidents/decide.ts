import { agreeFirst } from '../accounts/agree-first'
import type { CommandOf, Stamp } from '../console/commands'
import type { RoomEvent } from '../console/events'
import type { Room } from '../console/room'
import { clockTime } from '../lang/clock-time'
import { accept, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import { isActive } from '../teams/assignment'
import type { Incident } from './incident'
import { incidentMeant, incidentMissing, type Meant } from './meant'
import { responsePlan } from './response-plan'

/** The incident a command is about while it can be worked on, or why not. */
export function openIncidentMeant(room: Room, meant: Meant): Incident | Refusal {
  const incident = incidentMeant(room, meant)
  if (!incident) return incidentMissing(room, meant)
  return incidentRefusal(incident) ?? incident
}
export const isRefusal = (value: Incident | Refusal): value is Refusal => 'code' in value

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
  const { noteId, text } = command
  const incident = incidentMeant(room, command)
  // A note may be added after closing too: what is learnt late belongs in the record as well.
  if (!incident) return { outcome: 'refused', refusal: incidentMissing(room, command) }
  if (stamp.by.kind === 'team' && !isOnIncident(room, incident, stamp.by.id))
    return refuse('not-your-incident', 'Only teams sent to this incident may add to it')
  return accept({ type: 'incident-note-added', data: { incidentId: incident.id, noteId, text } })
}

export function decideStep(room: Room, command: CommandOf<'complete-step'>, { by }: Stamp): Decision<RoomEvent> {
  const { stepId } = command
  const incident = openIncidentMeant(room, command)
  if (isRefusal(incident)) return { outcome: 'refused', refusal: incident }
  const site = room.sites.get(incident.siteId)
  if (!responsePlan(incident.kind, site).some((step) => step.id === stepId))
    return refuse('step-unknown', 'The response plan of this incident has no step {step}', { step: stepId })
  const done = incident.steps[stepId]
  if (done)
    return agreeFirst(
      by,
      { id: done.byId, name: done.by, at: done.at },
      { code: 'step-already-done', text: '{by} did this at {at}' },
    )
  return accept({ type: 'incident-step-completed', data: { incidentId: incident.id, stepId } })
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

/** Whoever asked to close an incident of their own has not seen the one a colleague has opened in its place. */
function notYours(room: Room, command: CommandOf<'close-incident'>): Refusal {
  const other = incidentMeant(room, command)
  if (!other) return incidentMissing(room, command)
  return sentence('incident-of-another', '{by} has this alarm in another incident: look at it, then close that one', {
    by: other.owner.name,
  })
}

export function decideClose(room: Room, command: CommandOf<'close-incident'>, { by }: Stamp): Decision<RoomEvent> {
  const { incidentId, disposition, remark } = command
  const incident = room.incidents.get(incidentId)
  if (!incident) return { outcome: 'refused', refusal: notYours(room, command) }
  if (incident.phase === 'closed' && incident.disposition === disposition)
    return agreeFirst(
      by,
      { id: incident.closedById, name: incident.closedBy, at: incident.closedAt },
      { code: 'incident-already-closed', text: '{by} closed it first, at {at}' },
    )
  const refusal = closeRefusal(room, incident)
  if (refusal) return { outcome: 'refused', refusal }
  return accept({ type: 'incident-closed', data: { incidentId, disposition, remark } })
}

const isOnIncident = (room: Room, incident: Incident, teamId: string): boolean =>
  incident.assignmentIds.some((id) => room.assignments.get(id)?.teamId === teamId)
