import type { Entry } from '../room/events'
import type { Room } from '../room/room'
import { bundledAlarms } from '../triage/fold'

type Marked =
  | 'alarm'
  | 'incident'
  /** The sending of a team, and its arrival: what completes a step of the plan. */
  | 'sending'
  | 'arrival'
  | 'assignment'
  | 'team'
  | 'test'
  | 'bundle'
  | 'account'
  /** A line of a log, by the number its entry is expected to have. */
  | 'entry'

/** Names a thing of the room that only a command not yet answered has made so. */
export type Mark = `${Marked}:${string}` | StepMark | EndMark
export type StepMark = `step:${string}/${string}`

export const stepMark = (incidentId: string, stepId: string): StepMark =>
  `step:${incidentId}/${stepId}`

/** What a list shows until a command takes it out of the room. */
export type Ended = 'test' | 'incident' | 'account' | 'bundle'
export type EndMark = `ending-${Ended}:${string}`

/** What an entry changes in the room before it, as far as a row of the screen shows it. */
export const marksOf = (room: Room, entry: Entry): readonly Mark[] => [
  `entry:${entry.seq}`,
  ...changedBy(room, entry),
]

function changedBy(room: Room, { type, data }: Entry): readonly Mark[] {
  switch (type) {
    case 'alarm-raised':
    case 'alarm-acknowledged':
    case 'alarm-unfolded':
      return [`alarm:${data.alarmId}`]
    case 'incident-opened':
      return [`incident:${data.incidentId}`]
    case 'incident-closed':
      return [`ending-incident:${data.incidentId}`]
    case 'incident-step-completed':
    case 'incident-step-tried':
    case 'incident-step-skipped':
      return [stepMark(data.incidentId, data.stepId)]
    case 'team-dispatched':
      return [...sendingOf(data.assignmentId), `team:${data.teamId}`]
    case 'team-reassigned':
      return [...runOf(room, data.assignmentId), ...sendingOf(data.newAssignmentId)]
    case 'team-on-scene':
      return [...runOf(room, data.assignmentId), `arrival:${data.assignmentId}`]
    case 'dispatch-acknowledged':
    case 'team-en-route':
    case 'team-cleared':
    case 'dispatch-cancelled':
      return runOf(room, data.assignmentId)
    case 'team-taken-out-of-service':
    case 'team-returned-to-service':
      return [`team:${data.teamId}`]
    case 'test-started':
      return [`test:${data.testId}`]
    case 'test-ended':
      return [`ending-test:${data.testId}`]
    case 'fold-unfolded':
      return [`bundle:${data.foldId}`, ...insideOf(room, data.foldId)]
    case 'fold-closed':
      return [`ending-bundle:${data.foldId}`]
    case 'account-taken':
      return [`account:${data.account}`]
    case 'account-attached':
    case 'account-set-aside':
      return [`account:${data.account}`, `ending-account:${data.account}`]
    // What is not listed shows by its line in the log alone, or nobody asks for it by a command.
    default:
      return []
  }
}

const sendingOf = (assignmentId: string): readonly Mark[] => [
  `assignment:${assignmentId}`,
  `sending:${assignmentId}`,
]

/** A run and the team it claims or sets free. */
const runOf = (room: Room, assignmentId: string): readonly Mark[] => [
  `assignment:${assignmentId}`,
  `team:${room.assignments.get(assignmentId)?.teamId ?? ''}`,
]

const insideOf = (room: Room, bundleId: string): readonly Mark[] =>
  bundledAlarms(room, bundleId).map(({ id }): Mark => `alarm:${id}`)
