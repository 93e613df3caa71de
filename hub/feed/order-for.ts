import { sceneOf } from '../../shared/incidents/scene'
import type { WholeRoom } from '../../shared/room/room'
import type { TeamOrder } from '../../shared/wire/team-feed'

export function orderFor(room: WholeRoom, teamId: string): TeamOrder | null {
  const team = room.teams.get(teamId)
  if (team?.phase !== 'assigned') return null
  const assignment = room.assignments.get(team.assignmentId)
  const incident = room.incidents.get(assignment?.incidentId ?? '')
  const scene = sceneOf(room, incident)
  if (!assignment || !incident || !scene) return null
  const { name, address, location } = scene
  const hazards = room.sites.get(incident.siteId)?.hazards ?? []
  return {
    assignmentId: assignment.id,
    incidentId: incident.id,
    phase: assignment.phase,
    dispatchedAt: assignment.times.dispatched ?? team.since,
    kind: incident.kind,
    priority: incident.priority,
    site: { name, address, location, hazards },
  }
}

/** Orders are made from these tables alone. While the tables are the same, no order has changed. */
export const ordersMayDiffer = (before: WholeRoom, after: WholeRoom): boolean =>
  before.teams !== after.teams ||
  before.assignments !== after.assignments ||
  before.incidents !== after.incidents ||
  before.sites !== after.sites
