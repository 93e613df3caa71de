import { type Instant, minute, second } from '../lang/instant'
import { type Assignment, isActive } from './assignment'

/** The step a run is in, when it began, and when somebody should ask the crew by radio. */
export interface StepClock {
  readonly since: Instant
  /** Null once the run is over. */
  readonly dueAt: Instant | null
}

/**
 * A crew confirms with one tap in the car. After this long it has not heard the dispatch, and the
 * radio must be used.
 */
const toAcknowledge = 60 * second
/** From confirming to a moving car. Longer means that something holds the crew at its post. */
const toDepart = 2 * minute
/**
 * Margin on the estimated way, which is only a straight line with a detour factor: half as much
 * again, and never less than this.
 */
const wayFactor = 1.5
const shortestWay = 5 * minute
/** Used when there is no estimate. */
const unknownWay = 20 * minute
/** On scene, a crew is asked at least this often whether it is all right. */
const welfareCheck = 15 * minute

function allowance({ phase, reason }: Assignment): number {
  switch (phase) {
    case 'dispatched':
      return toAcknowledge
    case 'acknowledged':
      return toDepart
    case 'en-route':
      return reason.seconds === null
        ? unknownWay
        : Math.max(shortestWay, reason.seconds * second * wayFactor)
    default:
      return welfareCheck
  }
}

export function stepClock(assignment: Assignment): StepClock {
  const since = assignment.times[assignment.phase] ?? assignment.times.dispatched ?? 0
  return { since, dueAt: isActive(assignment) ? since + allowance(assignment) : null }
}

export function isOverdue(assignment: Assignment, now: Instant): boolean {
  const { dueAt } = stepClock(assignment)
  return dueAt !== null && now > dueAt
}
