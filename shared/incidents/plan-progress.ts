import type { Room } from '../console/room'
import type { Instant } from '../lang/instant'
import type { Site } from '../sites/site'
import type { Assignment } from '../teams/assignment'
import { assignmentsOf } from '../teams/uncovered'
import type { Incident } from './incident'
import { type PlanStep, responsePlan } from './response-plan'

/** Who did a step, and when; or null while it is open. */
export interface StepProgress extends PlanStep {
  readonly done: { readonly at: Instant; readonly by: string } | null
}

/**
 * The response plan of an incident and how far it got. What the journal shows to have happened (a team sent, a team on
 * the scene, the incident closed) needs no tick of its own; everything else is done when the officer says so.
 */
export function planProgress(room: Room, incident: Incident, site: Site | undefined): readonly StepProgress[] {
  const runs = assignmentsOf(room, incident)
  return responsePlan(incident.kind, site).map((step) => ({
    ...step,
    done: incident.steps[step.id] ?? factOf(step, incident, runs),
  }))
}

export const nextOf = (plan: readonly StepProgress[]): StepProgress | null => plan.find((step) => !step.done) ?? null

function factOf(step: PlanStep, incident: Incident, runs: readonly Assignment[]): StepProgress['done'] {
  if (step.action === 'dispatch') {
    const sent = runs.find((run) => run.phase !== 'cancelled' && run.phase !== 'reassigned')
    return sent ? { at: sent.times.dispatched ?? 0, by: sent.dispatchedBy } : null
  }
  if (step.id === 'watch-arrival') {
    const arrived = runs.find((run) => run.times['on-scene'] !== undefined)
    return arrived ? { at: arrived.times['on-scene'] ?? 0, by: arrived.dispatchedBy } : null
  }
  if (step.action === 'close' && incident.phase === 'closed') return { at: incident.closedAt, by: incident.closedBy }
  return null
}
