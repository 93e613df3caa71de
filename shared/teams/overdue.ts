import { type Instant, minute, second } from '../lang/instant'
import { type Assignment, isActive } from './assignment'

/** The step a run is in, since when, and from when on somebody should ask the crew by radio. */
export interface StepClock {
  readonly since: Instant
  /** Null once the run is over: nobody waits for anything. */
  readonly dueAt: Instant | null
}

/**
 * A crew confirms with one tap in the car; after this it has not heard the dispatch, and the radio
 * must be used.
 */
const toAcknowledge = 60 * second
/**
 * From the confirmation to a moving car. Longer means that something holds the crew at its post.
 */
const toDepart = 2 * minute
/**
 * Room left above the estimated way, which is only a straight line with a detour: half as much
 * again, and never less than this.
 */
const wayFactor = 1.5
const shortestWay = 5 * minute
/** The way where no estimate was made. */
const unknownWay = 20 * minute
/** On the scene a crew is asked how it fares at least this often. */
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
