import { whoIs } from '../accounts/actor'
import { appendLog } from '../incidents/fold'
import type { EntryHead } from '../journal/entry'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import type { Assignment, AssignmentEntry, AssignmentPhase, DispatchReason } from './assignment'
import type { Team, TeamEntry, TeamPhase, TeamRecord } from './team'

/** A known team keeps what it is doing; a new one is available at its post. */
export function registerTeams(room: Room, entry: TeamEntry<'teams-registered'>): Room {
  const teams = room.teams.withMutations((table) => {
    for (const record of entry.data.teams) {
      const known = table.get(record.id)
      table.set(
        record.id,
        known ? { ...known, ...record } : { ...record, phase: 'available', since: entry.at },
      )
    }
  })
  return { ...room, teams }
}

export const foldOutOfService = (
  room: Room,
  { at, by, data }: TeamEntry<'team-taken-out-of-service'>,
): Room =>
  inPhase(room, data.teamId, {
    phase: 'out-of-service',
    since: at,
    reason: data.reason,
    takenBy: whoIs(by),
  })

export const foldReturned = (
  room: Room,
  { at, by, data }: TeamEntry<'team-returned-to-service'>,
): Room => inPhase(room, data.teamId, { phase: 'available', since: at, returnedBy: whoIs(by) })

export function foldDispatched(room: Room, entry: AssignmentEntry<'team-dispatched'>): Room {
  const { assignmentId, incidentId, teamId, reason } = entry.data
  const begun = begin(room, { assignmentId, incidentId, teamId, reason }, entry)
  return appendLog(begun, incidentId, entry, { team: callSign(room, teamId), why: reason.text })
}

export function foldProgress(
  room: Room,
  entry: AssignmentEntry<'dispatch-acknowledged' | 'team-en-route' | 'team-on-scene'>,
  phase: AssignmentPhase,
): Room {
  const assignment = room.assignments.get(entry.data.assignmentId)
  if (!assignment) return room
  const moved = {
    ...room,
    assignments: room.assignments.set(assignment.id, enter(assignment, phase, entry)),
  }
  return appendLog(moved, assignment.incidentId, entry, { team: callSign(room, assignment.teamId) })
}

/** The team is available again; the assignment keeps its times. */
export function foldEnded(
  room: Room,
  entry: AssignmentEntry<'team-cleared' | 'dispatch-cancelled'>,
  phase: 'cleared' | 'cancelled',
): Room {
  const assignment = room.assignments.get(entry.data.assignmentId)
  if (!assignment) return room
  const ended = {
    ...room,
    assignments: room.assignments.set(assignment.id, enter(assignment, phase, entry)),
  }
  const freed = inPhase(ended, assignment.teamId, { phase: 'available', since: entry.at })
  const cancelled = entry.type === 'dispatch-cancelled' ? entry.data : null
  return appendLog(freed, assignment.incidentId, entry, {
    team: callSign(room, assignment.teamId),
    reason: cancelled?.reason ?? '',
    ...(cancelled?.undone && { undone: 1 }),
  })
}

export function foldReassigned(room: Room, entry: AssignmentEntry<'team-reassigned'>): Room {
  const { assignmentId, newAssignmentId, toIncidentId, reason, dispatch } = entry.data
  const old = room.assignments.get(assignmentId)
  if (!old) return room
  const params = { team: callSign(room, old.teamId), reason }
  const left = {
    ...room,
    assignments: room.assignments.set(old.id, enter(old, 'reassigned', entry)),
  }
  const logged = appendLog(left, old.incidentId, entry, { ...params, to: toIncidentId })
  const run = {
    assignmentId: newAssignmentId,
    incidentId: toIncidentId,
    teamId: old.teamId,
    reason: dispatch,
  }
  return appendLog(begin(logged, run, entry), toIncidentId, entry, {
    ...params,
    from: old.incidentId,
  })
}

interface Run {
  readonly assignmentId: string
  readonly incidentId: string
  readonly teamId: string
  readonly reason: DispatchReason
}

function begin(room: Room, run: Run, entry: EntryHead): Room {
  const assignment: Assignment = {
    id: run.assignmentId,
    incidentId: run.incidentId,
    teamId: run.teamId,
    phase: 'dispatched',
    times: { dispatched: entry.at },
    doneBy: { dispatched: whoIs(entry.by) },
    reason: run.reason,
    dispatchedBy: entry.by.name,
    dispatchedById: entry.by.id,
  }
  const incidents = changeRow(room.incidents, run.incidentId, (incident) => ({
    ...incident,
    assignmentIds: [...incident.assignmentIds, run.assignmentId],
  }))
  const next = { ...room, incidents, assignments: room.assignments.set(assignment.id, assignment) }
  return inPhase(next, run.teamId, {
    phase: 'assigned',
    assignmentId: run.assignmentId,
    since: entry.at,
  })
}

const enter = (
  assignment: Assignment,
  phase: AssignmentPhase,
  { at, by }: EntryHead,
): Assignment => ({
  ...assignment,
  phase,
  times: { ...assignment.times, [phase]: at },
  doneBy: { ...assignment.doneBy, [phase]: whoIs(by) },
})

const inPhase = (room: Room, teamId: string, phase: TeamPhase): Room => ({
  ...room,
  teams: changeRow(room.teams, teamId, (team): Team => ({ ...teamRecord(team), ...phase })),
})

const teamRecord = ({ id, callSign, name, post, postLocation, crew }: Team): TeamRecord => ({
  id,
  callSign,
  name,
  post,
  postLocation,
  crew,
})

const callSign = (room: Room, teamId: string): string => room.teams.get(teamId)?.callSign ?? teamId
