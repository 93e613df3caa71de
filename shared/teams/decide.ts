import { agreeFirst, type First } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import { isRefusal, openIncidentMeant } from '../incidents/decide'
import type { Incident } from '../incidents/incident'
import { sceneOf } from '../incidents/scene'
import { assertNever } from '../lang/assert-never'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import {
  type Assignment,
  type AssignmentEvent,
  type AssignmentPhase,
  isActive,
  type Progress,
  progressSteps,
} from './assignment'
import type { TeamCommand } from './commands'
import type { Team, TeamEvent } from './team'

const refused = (refusal: Refusal): Decision<never> => ({ outcome: 'refused', refusal })

/**
 * Null when the team can be sent; otherwise why not, naming what it is doing. A busy team is never
 * silently taken away.
 */
export function teamRefusal(room: Room, team: Team | undefined): Refusal | null {
  if (!team) return sentence('team-unknown', 'There is no such team')
  switch (team.phase) {
    case 'available':
      return null
    case 'out-of-service':
      return sentence('team-out-of-service', '{team} is out of service: {reason}', {
        team: team.callSign,
        reason: team.reason,
      })
    case 'assigned': {
      const assignment = room.assignments.get(team.assignmentId)
      const site = sceneOf(room, room.incidents.get(assignment?.incidentId ?? ''))
      return sentence('team-busy', '{team} is on another incident ({site}); {by} sent it at {at}', {
        team: team.callSign,
        site: site?.name ?? '?',
        by: assignment?.dispatchedBy ?? '?',
        at: clockTime(team.since),
      })
    }
    default:
      return assertNever(team)
  }
}

/**
 * Null unless somebody else already has a team on this incident; then why not to send a second one.
 */
function alreadySentBy(room: Room, incident: Incident, by: string): Refusal | null {
  const run = incident.assignmentIds
    .flatMap((id) => room.assignments.get(id) ?? [])
    .find((assignment) => isActive(assignment) && assignment.dispatchedBy !== by)
  if (!run) return null
  const { callSign } = room.teams.get(run.teamId) ?? { callSign: run.teamId }
  return sentence(
    'team-sent-already',
    '{by} has sent {team} to this alarm already; to send another one, choose it',
    {
      by: run.dispatchedBy,
      team: callSign,
    },
  )
}

export function decideDispatch(
  room: Room,
  command: TeamCommand<'dispatch-team'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<TeamEvent | AssignmentEvent> {
  const { assignmentId, teamId, reason } = command
  const incident = openIncidentMeant(room, command)
  if (isRefusal(incident)) return refused(incident)
  const incidentId = incident.id
  const team = room.teams.get(teamId)
  const current = team?.phase === 'assigned' ? room.assignments.get(team.assignmentId) : undefined
  if (team && current && incident.assignmentIds.includes(current.id))
    return agreeFirst(
      by,
      { id: current.dispatchedById, name: current.dispatchedBy, at: current.times.dispatched ?? 0 },
      {
        code: 'team-already-sent',
        text: '{by} sent {team} here at {at}',
        params: { team: team.callSign },
      },
    )
  // The officer did not know yet that a colleague has the alarm in hand.
  const unseen = incidentId === command.incidentId ? null : alreadySentBy(room, incident, by.name)
  const refusal = unseen ?? teamRefusal(room, team)
  if (refusal) return refused(refusal)
  if (room.assignments.has(assignmentId))
    return refuse('id-taken', 'The id {id} is in use already', { id: assignmentId })
  return accept({ type: 'team-dispatched', data: { assignmentId, incidentId, teamId, reason } })
}

const progressEvent = {
  acknowledged: 'dispatch-acknowledged',
  'en-route': 'team-en-route',
  'on-scene': 'team-on-scene',
  cleared: 'team-cleared',
} as const

/** Steps may be skipped (a crew that forgets a tap is still on scene) but never reversed. */
export function decideProgress(
  room: Room,
  command: TeamCommand<'report-progress'>,
  stamp: Stamp,
): Decision<TeamEvent | AssignmentEvent> {
  const assignment = room.assignments.get(command.assignmentId)
  if (!assignment)
    return refuse('assignment-unknown', 'This assignment is not in the room any more')
  if (stamp.by.kind === 'team' && stamp.by.id !== assignment.teamId)
    return refuse('not-your-assignment', 'A team reports its own assignment only')
  if (assignment.phase === command.to)
    return agreeFirst(stamp.by, firstIn(assignment, command.to), {
      code: 'progress-already-reported',
      text: '{by} reported this first, at {at}',
    })
  if (!isActive(assignment)) return refused(endedRefusal(assignment))
  if (isBehind(command.to, assignment))
    return refuse('progress-backwards', 'The team has already reported {phase}', {
      phase: assignment.phase,
    })
  return accept({ type: progressEvent[command.to], data: { assignmentId: assignment.id } })
}

/** Who first brought the assignment to this phase, and when. */
const firstIn = ({ times, doneBy }: Assignment, phase: AssignmentPhase): First => ({
  id: doneBy[phase]?.id,
  name: doneBy[phase]?.name ?? '?',
  at: times[phase] ?? 0,
})

const isBehind = (to: Progress, { phase }: Assignment): boolean =>
  (progressSteps as readonly string[]).indexOf(phase) >= progressSteps.indexOf(to)

export const endedRefusal = (assignment: Assignment): Refusal =>
  sentence('assignment-ended', 'This assignment ended ({phase}) at {at}', {
    phase: assignment.phase,
    at: clockTime(assignment.times[assignment.phase] ?? 0),
  })

export function decideCancel(
  room: Room,
  command: TeamCommand<'cancel-dispatch'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<TeamEvent | AssignmentEvent> {
  const assignment = room.assignments.get(command.assignmentId)
  if (!assignment)
    return refuse('assignment-unknown', 'This assignment is not in the room any more')
  if (assignment.phase === 'cancelled')
    return agreeFirst(by, firstIn(assignment, 'cancelled'), {
      code: 'dispatch-already-cancelled',
      text: '{by} cancelled it first, at {at}',
    })
  if (!isActive(assignment)) return refused(endedRefusal(assignment))
  return accept({
    type: 'dispatch-cancelled',
    data: { assignmentId: assignment.id, reason: command.reason },
  })
}

export function decideReassign(
  room: Room,
  command: TeamCommand<'reassign-team'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<TeamEvent | AssignmentEvent> {
  const { assignmentId, newAssignmentId, reason, dispatch } = command
  const assignment = room.assignments.get(assignmentId)
  if (!assignment)
    return refuse('assignment-unknown', 'This assignment is not in the room any more')
  if (!isActive(assignment)) return refused(endedRefusal(assignment))
  const target = openIncidentMeant(room, {
    incidentId: command.toIncidentId,
    alarmId: command.alarmId,
  })
  const toIncidentId = isRefusal(target) ? command.toIncidentId : target.id
  const there = isRefusal(target) ? [] : target.assignmentIds
  if (assignment.incidentId === toIncidentId || there.includes(assignmentId))
    return agreeFirst(by, firstIn(assignment, 'dispatched'), {
      code: 'already-there',
      text: '{by} sent the team to that incident, at {at}',
    })
  if (isRefusal(target)) return refused(target)
  if (room.assignments.has(newAssignmentId))
    return refuse('id-taken', 'The id {id} is in use already', { id: newAssignmentId })
  return accept({
    type: 'team-reassigned',
    data: { assignmentId, newAssignmentId, toIncidentId, reason, dispatch },
  })
}

export function decideOutOfService(
  room: Room,
  { teamId, reason }: TeamCommand<'take-team-out-of-service'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<TeamEvent | AssignmentEvent> {
  const team = room.teams.get(teamId)
  if (team?.phase === 'out-of-service')
    return agreeFirst(
      by,
      { ...team.takenBy, at: team.since },
      {
        code: 'team-already-out',
        text: '{by} took it out of service at {at}: {reason}',
        params: { reason: team.reason },
      },
    )
  const refusal = teamRefusal(room, team)
  return refusal
    ? refused(refusal)
    : accept({ type: 'team-taken-out-of-service', data: { teamId, reason } })
}

export function decideReturn(
  room: Room,
  { teamId }: TeamCommand<'return-team-to-service'>,
  { by }: Pick<Stamp, 'by'>,
): Decision<TeamEvent | AssignmentEvent> {
  const team = room.teams.get(teamId)
  if (!team) return refuse('team-unknown', 'There is no such team')
  if (team.phase === 'available' && team.returnedBy)
    return agreeFirst(
      by,
      { ...team.returnedBy, at: team.since },
      {
        code: 'team-already-back',
        text: '{by} returned {team} to service at {at}',
        params: { team: team.callSign },
      },
    )
  if (team.phase !== 'out-of-service')
    return agree('team-in-service', '{team} is in service', { team: team.callSign })
  return accept({ type: 'team-returned-to-service', data: { teamId } })
}
