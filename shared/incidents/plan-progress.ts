import { systemActor } from '../accounts/actor'
import type { PlanStep } from '../plans/steps'
import type { Room } from '../room/room'
import type { Assignment } from '../teams/assignment'
import { assignmentsOf } from '../teams/uncovered'
import type { Incident, StepDone } from './incident'
import { ownPlan } from './own-plan'
import { isFact } from './step-outcome'

/**
 * Who did a step, and when; or null while it is open. `run`: the assignment that completed it by
 * having happened. `tried`: the last try of one that is still to do.
 */
export interface StepProgress extends PlanStep {
  readonly done: StepDone | null
  readonly run: string | null
  readonly tried: StepDone | null
}

/**
 * An incident's response plan and its progress. Sending a team, its arrival and the closing
 * complete their steps by happening, and nothing else does. The restoral of every alarm confirms
 * that things work again. The officer ticks off the rest. Any step but the closing can be skipped
 * with a reason.
 */
export function planProgress(room: Room, incident: Incident): readonly StepProgress[] {
  const runs = assignmentsOf(room, incident)
  return ownPlan(room, incident).map((step) => {
    const said = incident.steps[step.id]
    const counts = isFact(step) ? said?.skipped !== undefined : said !== undefined
    const run = runOf(step, runs) ?? null
    const fact = run ? doneBy(step, run) : factOf(step, room, incident)
    const done = fact ?? (counts ? (said ?? null) : null)
    const tried = done ? null : (incident.tries?.[step.id] ?? null)
    return { ...step, done, run: run?.id ?? null, tried }
  })
}

export const nextOf = (plan: readonly StepProgress[]): StepProgress | null =>
  plan.find((step) => !step.done) ?? null

function runOf({ action }: PlanStep, runs: readonly Assignment[]): Assignment | undefined {
  if (action === 'dispatch')
    return runs.find(({ phase }) => phase !== 'cancelled' && phase !== 'reassigned')
  return action === 'arrival'
    ? runs.find(({ times }) => times['on-scene'] !== undefined)
    : undefined
}

const doneBy = ({ action }: PlanStep, { times, dispatchedBy }: Assignment): StepDone => ({
  at: times[action === 'arrival' ? 'on-scene' : 'dispatched'] ?? 0,
  by: dispatchedBy,
})

function factOf(step: PlanStep, room: Room, incident: Incident): StepDone | null {
  if (step.id === 'confirm-restored') return restored(room, incident)
  if (step.action === 'close' && incident.phase === 'closed')
    return { at: incident.closedAt, by: incident.closedBy }
  return null
}

/** When the last alarm of the incident was restored; null while one is not. */
function restored(room: Room, { alarmIds }: Incident): StepDone | null {
  const instants = alarmIds.map((id) => room.alarms.get(id)?.restoredAt ?? null)
  if (instants.length === 0 || instants.includes(null)) return null
  return { at: Math.max(...instants.map(Number)), by: systemActor.name }
}
