import type { AlarmKind } from '../codes/kinds'
import type { Site } from '../sites/site'
import type { PlanName } from './plan-names'

/** What a step is about: the console words it from the id, and offers the matching action. */
export type StepAction = 'dispatch' | 'arrival' | 'call' | 'check' | 'inform' | 'confirm' | 'close'

export interface PlanStep {
  readonly id: string
  readonly action: StepAction
}

const step = (id: string, action: StepAction): PlanStep => ({ id, action })

// Wording of each step: resources/locales, under steps.<id>. The orders are ours, from the usual
// practice of guard services: an armed threat is never announced to the site by telephone;
// everything else is verified by a call.
const armedThreat = [
  step('dispatch-team', 'dispatch'),
  step('do-not-call-site', 'check'),
  step('inform-police', 'inform'),
  step('watch-arrival', 'arrival'),
  step('confirm-site-secured', 'confirm'),
  step('close-incident', 'close'),
]
const intrusion = [
  step('check-zones', 'check'),
  step('dispatch-team', 'dispatch'),
  step('call-contact', 'call'),
  step('watch-arrival', 'arrival'),
  step('confirm-site-secured', 'confirm'),
  step('close-incident', 'close'),
]
const fireOrGas = (service: PlanStep) => [
  service,
  step('dispatch-team', 'dispatch'),
  step('call-contact', 'call'),
  step('check-hazards', 'check'),
  step('confirm-site-secured', 'confirm'),
  step('close-incident', 'close'),
]
const medical = [
  step('inform-ambulance', 'inform'),
  step('call-contact', 'call'),
  step('dispatch-team', 'dispatch'),
  step('confirm-help-arrived', 'confirm'),
  step('close-incident', 'close'),
]
const technical = [
  step('call-contact', 'call'),
  step('inform-technician', 'inform'),
  step('confirm-restored', 'confirm'),
  step('close-incident', 'close'),
]
const unexplained = [
  step('check-signal', 'check'),
  step('call-contact', 'call'),
  step('dispatch-team', 'dispatch'),
  step('close-incident', 'close'),
]

const plans: Readonly<Record<AlarmKind, readonly PlanStep[]>> = {
  'hold-up': armedThreat,
  duress: armedThreat,
  panic: armedThreat,
  burglary: intrusion,
  tamper: intrusion,
  fire: fireOrGas(step('inform-fire-service', 'inform')),
  gas: fireOrGas(step('inform-gas-service', 'inform')),
  medical,
  technical,
  power: technical,
  communication: technical,
  test: technical,
  bypass: technical,
  opening: unexplained,
  closing: unexplained,
  unknown: unexplained,
}

const named: Readonly<Record<PlanName, readonly PlanStep[]>> = {
  'armed-threat': armedThreat,
  intrusion,
  fire: plans.fire,
  gas: plans.gas,
  medical,
  technical,
  unexplained,
}

/**
 * Whether somebody at the site may be under threat of violence: a call there would endanger them.
 */
export const isArmedThreat = (kind: AlarmKind): boolean => plans[kind] === armedThreat

/**
 * The ordered steps for this kind of alarm at this site: its own plan where it has one, except
 * under armed threat, where a plan that telephones the site could cost a life. A particularly
 * important site is always reported upwards.
 */
export function responsePlan(kind: AlarmKind, site: Site | undefined): readonly PlanStep[] {
  const own = site?.responsePlan
  const plan = own === undefined || isArmedThreat(kind) ? plans[kind] : named[own]
  return site?.category === 'particularly-important'
    ? [...plan.slice(0, -1), reportUpwards, ...plan.slice(-1)]
    : plan
}
const reportUpwards = step('report-to-supervisor', 'inform')
