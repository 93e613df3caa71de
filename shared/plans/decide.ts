import type { Actor } from '../accounts/actor'
import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import type { PlanCommand } from './commands'
import { mostVersions } from './fold'
import type { PlanEvent } from './plan'
import type { PlanName } from './plan-names'
import { isKnownStep, type PlanStep, stepOf } from './steps'
import { type PlanInForce, planInForce } from './versions'

/** A new version of a plan is judged as a whole, so half a plan is never in force. */
export function decidePublish(
  room: Room,
  { planId, replaces, steps }: PlanCommand<'publish-plan'>,
  { by }: Stamp,
): Decision<PlanEvent> {
  const inForce = planInForce(room, planId)
  if (sameSteps(inForce.steps, steps)) return alreadyInForce(inForce, by)
  if (inForce.version !== replaces) return { outcome: 'refused', refusal: unseen(inForce) }
  const known = steps.filter(isKnownStep)
  if (known.length < steps.length)
    return refuse('plan-step-unknown', 'There is no step {step}', {
      step: steps.find((id) => !isKnownStep(id)) ?? '',
    })
  const refusal = planRefusal(planId, known.map(stepOf))
  if (refusal) return { outcome: 'refused', refusal }
  if ((room.plans.get(planId)?.versions.length ?? 0) >= mostVersions)
    return refuse(
      'plan-changed-too-often',
      'This plan changed {count} times since the oldest incident on screen was opened: try later',
      { count: mostVersions },
    )
  const version = inForce.version + 1
  return accept({
    type: 'plan-published',
    data: { planId, version, steps: known.map(stepOf) },
  })
}

/**
 * Null when these steps may be published as this plan; otherwise why not. These are only the rules
 * that lives depend on; the best order is the supervisor's to choose.
 */
export function planRefusal(planId: PlanName, steps: readonly PlanStep[]): Refusal | null {
  const twice = steps.find(({ id }, at) => steps.findIndex((step) => step.id === id) !== at)
  if (twice)
    return sentence('plan-step-twice', 'The step {step} is there twice', { step: twice.id })
  if (steps.at(-1)?.action !== 'close')
    return sentence('plan-without-close', 'A plan ends with closing the incident')
  return planId === 'armed-threat' ? threatRefusal(steps) : null
}

function threatRefusal(steps: readonly PlanStep[]): Refusal | null {
  if (steps.some(({ action }) => action === 'call'))
    return sentence(
      'plan-calls-threatened-site',
      'Under armed threat nobody calls the site: a ringing telephone may cost a life',
    )
  if (!steps.some(({ action }) => action === 'dispatch'))
    return sentence(
      'plan-sends-nobody',
      'Under armed threat a team is sent: the plan has to say so',
    )
  return null
}

function alreadyInForce({ version, published }: PlanInForce, asker: Actor): Decision<never> {
  if (!published)
    return agree('plan-in-force', 'Just this plan is in force: it is the built-in one')
  const { byId: id, by: name, at } = published
  return agreeFirst(
    asker,
    { id, name, at },
    {
      code: 'plan-already-published',
      text: '{by} published just this plan at {at}, as version {version}',
      params: { version },
    },
  )
}

/** Refuses a plan whose author started from a version other than the one in force. */
const unseen = ({ version, published }: PlanInForce): Refusal =>
  published
    ? sentence(
        'plan-changed-meanwhile',
        '{by} published version {version} at {at}: look at it, then publish again',
        { by: published.by, version, at: clockTime(published.at) },
      )
    : sentence('plan-version-unknown', 'Version {version} is in force: look at it, then publish', {
        version,
      })

const sameSteps = (inForce: readonly PlanStep[], steps: readonly string[]): boolean =>
  inForce.length === steps.length && inForce.every(({ id }, at) => id === steps[at])
