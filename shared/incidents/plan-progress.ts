import { systemActor } from '../accounts/actor'
import type { PlanStep } from '../plans/steps'
import type { Room } from '../room/room'
import type { Assignment } from '../teams/assignment'
import { assignmentsOf } from '../teams/uncovered'
import type { Incident, StepDone } from './incident'
import { ownPlan } from './own-plan'
import { isFact } from './step-outcome'

/**
 * Who did a step, and when; or null while it is open. `tried`: the last try of one that is still to
 * do.
 */
export interface StepProgress extends PlanStep {
  readonly done: StepDone | null
  readonly tried: StepDone | null
}

/**
 * The response plan of an incident and how far it got. A team sent, a team on the scene and the
 * closing complete their step by having happened, and nothing else does; a restoral of every alarm
 * confirms that things work again. The rest is done when the officer says so. Any step but the
 * closing can be skipped with a reason.
 */
export function planProgress(room: Room, incident: Incident): readonly StepProgress[] {
  const runs = assignmentsOf(room, incident)
  return ownPlan(room, incident).map((step) => {
    const said = incident.steps[step.id]
    const counts = isFact(step) ? said?.skipped !== undefined : said !== undefined
    const done = factOf(step, { room, incident, runs }) ?? (counts ? (said ?? null) : null)
    return { ...step, done, tried: done ? null : (incident.tries?.[step.id] ?? null) }
  })
}

export const nextOf = (plan: readonly StepProgress[]): StepProgress | null =>
  plan.find((step) => !step.done) ?? null

interface Facts {
  readonly room: Room
  readonly incident: Incident
  readonly runs: readonly Assignment[]
}

function factOf(step: PlanStep, { room, incident, runs }: Facts): StepDone | null {
  if (step.action === 'dispatch') {
    const sent = runs.find((run) => run.phase !== 'cancelled' && run.phase !== 'reassigned')
    return sent ? { at: sent.times.dispatched ?? 0, by: sent.dispatchedBy } : null
  }
  if (step.action === 'arrival') {
    const arrived = runs.find((run) => run.times['on-scene'] !== undefined)
    return arrived ? { at: arrived.times['on-scene'] ?? 0, by: arrived.dispatchedBy } : null
  }
  if (step.id === 'confirm-restored') return restored(room, incident)
  if (step.action === 'close' && incident.phase === 'closed')
    return { at: incident.closedAt, by: incident.closedBy }
  return null
}

/** All alarms of the incident are restored: since the last of them was. */
function restored(room: Room, { alarmIds }: Incident): StepDone | null {
  const instants = alarmIds.map((id) => room.alarms.get(id)?.restoredAt ?? null)
  if (instants.length === 0 || instants.includes(null)) return null
  return { at: Math.max(...instants.map(Number)), by: systemActor.name }
}
