import type { AlarmKind } from '../codes/kinds'
import { builtInSteps, planFor } from '../plans/built-in'
import type { PlanChosen } from '../plans/plan'
import { type PlanStep, stepOf } from '../plans/steps'
import { stepsOfVersion, versionAsOf } from '../plans/versions'
import type { Room } from '../room/room'
import type { SiteRow } from '../sites/site-row'
import { raiseIncident } from './gravest'
import type { Incident } from './incident'

/** The plan for an alarm of this kind at this site, as in force after the entry `asOf`. */
export function choosePlan(
  room: Pick<Room, 'plans' | 'sites'>,
  { siteId, kind }: Pick<Incident, 'siteId' | 'kind'>,
  asOf: number,
): PlanChosen {
  const site = room.sites.get(siteId)
  const id = planFor(kind, site?.responsePlan)
  const version = versionAsOf(room, id, asOf)
  return isReportedUpwards(site) ? { id, version, upwards: true } : { id, version }
}

/**
 * The incident, led by the alarm if that is graver. It then follows the plan for that kind, in the
 * version that was in force when the incident was opened.
 */
export function ledBy(
  room: Pick<Room, 'plans' | 'sites'>,
  incident: Incident,
  alarm: Pick<Incident, 'kind' | 'priority'>,
): Incident {
  const led = raiseIncident(incident, alarm)
  if (led.plan === undefined || led.kind === incident.kind) return led
  const { asOf } = led.plan
  return { ...led, plan: { ...choosePlan(room, led, asOf), asOf } }
}

/**
 * An incident's steps in order: those of its own plan, whatever was published since. An incident
 * opened before plans had versions has the first version.
 */
export function ownPlan(
  room: Pick<Room, 'plans' | 'sites'>,
  { plan, kind, siteId }: Pick<Incident, 'plan' | 'kind' | 'siteId'>,
): readonly PlanStep[] {
  if (plan === undefined) return firstPlan(kind, room.sites.get(siteId))
  const steps = stepsOfVersion(room, plan.id, plan.version)
  return plan.upwards ? reportedUpwards(steps) : steps
}

export function firstPlan(kind: AlarmKind, site: SiteRow | undefined): readonly PlanStep[] {
  const steps = builtInSteps[planFor(kind, site?.responsePlan)]
  return isReportedUpwards(site) ? reportedUpwards(steps) : steps
}

const isReportedUpwards = (site: SiteRow | undefined): boolean =>
  site?.category === 'particularly-important'

const reportStep = stepOf('report-to-supervisor')

/** The report comes before the closing, unless the plan puts it elsewhere. */
const reportedUpwards = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  steps.some(({ id }) => id === reportStep.id)
    ? steps
    : [...steps.slice(0, -1), reportStep, ...steps.slice(-1)]
