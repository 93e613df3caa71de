import { sceneOf } from '../incidents/scene'
import { wholeIncident } from '../incidents/whole'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { type Assignment, isActive } from './assignment'
import type { Positions } from './position'
import { type Candidate, recommendTeams } from './recommend'

/** What an incident is left with when a team is taken from it. */
export interface Uncovered {
  readonly remaining: readonly Assignment[]
  /** The nearest team that could be sent instead; null when there is none. */
  readonly replacement: Candidate | null
}

/** Null when the team's incident or site is not in the room. */
export function uncoveredBy(
  room: Room,
  positions: Positions,
  assignment: Assignment,
  now: Instant,
): Uncovered | null {
  const incident = wholeIncident(room, assignment.incidentId)
  const site = sceneOf(room, room.incidents.get(assignment.incidentId))
  if (!incident || !site) return null
  return {
    remaining: assignmentsOf(room, incident).filter(
      (other) => other.id !== assignment.id && isActive(other),
    ),
    replacement: recommendTeams(room, positions, site.location, now).candidates[0] ?? null,
  }
}

/** In the order they were sent. */
export const assignmentsOf = (
  room: Room,
  incident: { readonly assignmentIds: readonly string[] },
): Assignment[] => incident.assignmentIds.flatMap((id) => room.assignments.get(id) ?? [])
