import { type Refusal, sentence } from '../../shared/lang/decision'
import { type Assignment, isActive } from '../../shared/teams/assignment'
import { assignmentsOf } from '../../shared/teams/uncovered'
import type { ConsoleData, Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'

/** The runs a selection can mean: its team's, or those under way to its incident. */
function runsAbout(data: ConsoleData, about: Selection): readonly Assignment[] {
  const { incident, team } = subjectOf(data, about)
  if (team)
    return team.phase === 'assigned'
      ? [data.room.assignments.get(team.assignmentId)].filter((run) => !!run)
      : []
  return incident ? assignmentsOf(data.room, incident).filter(isActive) : []
}

/** The one run that is meant, or null. */
export function runAbout(data: ConsoleData, about: Selection): Assignment | null {
  const [run, another] = runsAbout(data, about)
  return run && !another ? run : null
}

/**
 * Null when exactly one run is meant; otherwise what is in the way. With two teams on an incident a
 * key must not guess.
 */
export function runRefusal(data: ConsoleData, about: Selection): Refusal | null {
  if (!about) return sentence('nothing-selected', 'Nothing is selected')
  const runs = runsAbout(data, about)
  if (runs.length === 1) return null
  return runs.length === 0
    ? sentence('no-team-on-it', 'No team is under way here')
    : sentence('several-teams', 'Several teams are on this incident: select the team first')
}
