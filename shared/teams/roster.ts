import { sceneOf } from '../incidents/scene'
import type { Room } from '../room/room'
import type { SiteRow } from '../sites/site-row'
import { type Assignment, type AssignmentPhase, assignmentPhases } from './assignment'
import type { Team } from './team'

export interface RosterRow {
  readonly team: Team
  readonly assignment: Assignment | null
  readonly site: SiteRow | null
}

/**
 * All teams in the order an officer looks for them: those on a run first (the least advanced on
 * top, since it needs watching most), then those that can be sent, then those out of service. Each
 * group is by call sign.
 */
export function roster(
  room: Pick<Room, 'teams' | 'assignments' | 'incidents' | 'sites'>,
): RosterRow[] {
  const rows = [...room.teams.values()].map((team): RosterRow => {
    const assignment =
      team.phase === 'assigned' ? (room.assignments.get(team.assignmentId) ?? null) : null
    const incident = room.incidents.get(assignment?.incidentId ?? '')
    return { team, assignment, site: sceneOf(room, incident) ?? null }
  })
  return rows.sort((a, b) => rank(a) - rank(b) || (a.team.callSign < b.team.callSign ? -1 : 1))
}

const order = Object.fromEntries(assignmentPhases.map((phase, at) => [phase, at])) as Record<
  AssignmentPhase,
  number
>

const rank = ({ team, assignment }: RosterRow): number => {
  if (team.phase === 'assigned') return assignment ? order[assignment.phase] : 0
  return team.phase === 'available' ? assignmentPhases.length : assignmentPhases.length + 1
}
