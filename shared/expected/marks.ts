import type { RoomEvent } from '../room/events'

/** Names a thing of the room that only a command not yet answered has made so. */
export type Mark =
  | `${'alarm' | 'incident' | 'closing' | 'assignment' | 'team' | 'test' | 'fold' | 'account'}:${string}`
  | StepMark
export type StepMark = `step:${string}/${string}`

export const stepMark = (incidentId: string, stepId: string): StepMark =>
  `step:${incidentId}/${stepId}`

/**
 * What an event changes, as far as the screen says of it that it is pending. Notes are told by
 * their line in the log.
 */
export function marksOf({ type, data }: RoomEvent): readonly Mark[] {
  switch (type) {
    case 'alarm-acknowledged':
    case 'alarm-unfolded':
      return [`alarm:${data.alarmId}`]
    case 'incident-opened':
      return [`incident:${data.incidentId}`]
    case 'incident-closed':
      return [`closing:${data.incidentId}`]
    case 'incident-step-completed':
    case 'incident-step-tried':
    case 'incident-step-skipped':
      return [stepMark(data.incidentId, data.stepId)]
    case 'team-dispatched':
      return [`assignment:${data.assignmentId}`, `team:${data.teamId}`]
    case 'team-reassigned':
      return [`assignment:${data.assignmentId}`, `assignment:${data.newAssignmentId}`]
    case 'dispatch-acknowledged':
    case 'team-en-route':
    case 'team-on-scene':
    case 'team-cleared':
    case 'dispatch-cancelled':
      return [`assignment:${data.assignmentId}`]
    case 'team-taken-out-of-service':
    case 'team-returned-to-service':
      return [`team:${data.teamId}`]
    case 'test-started':
    case 'test-ended':
      return [`test:${data.testId}`]
    case 'fold-unfolded':
    case 'fold-closed':
      return [`fold:${data.foldId}`]
    case 'account-attached':
    case 'account-taken':
    case 'account-set-aside':
      return [`account:${data.account}`]
    // A note is told by its line in the log; what is not listed nobody asks for by a command.
    default:
      return []
  }
}
