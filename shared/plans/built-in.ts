import type { AlarmKind } from '../codes/kinds'
import type { PlanName } from './plan-names'
import { type PlanStep, type StepId, stepOf } from './steps'

/**
 * Version 1 of every plan. It is never edited: incidents of past nights are judged by it, and a
 * better order is published as a new version. The orders are ours, from the usual practice of guard
 * services: an armed threat is never announced to the site by telephone; everything else is
 * verified by a call.
 */
const ids: Readonly<Record<PlanName, readonly StepId[]>> = {
  'armed-threat': [
    'dispatch-team',
    'do-not-call-site',
    'inform-police',
    'watch-arrival',
    'confirm-site-secured',
    'close-incident',
  ],
  intrusion: [
    'check-zones',
    'dispatch-team',
    'call-contact',
    'watch-arrival',
    'confirm-site-secured',
    'close-incident',
  ],
  fire: [
    'inform-fire-service',
    'dispatch-team',
    'call-contact',
    'check-hazards',
    'confirm-site-secured',
    'close-incident',
  ],
  gas: [
    'inform-gas-service',
    'dispatch-team',
    'call-contact',
    'check-hazards',
    'confirm-site-secured',
    'close-incident',
  ],
  medical: [
    'inform-ambulance',
    'call-contact',
    'dispatch-team',
    'confirm-help-arrived',
    'close-incident',
  ],
  technical: ['call-contact', 'inform-technician', 'confirm-restored', 'close-incident'],
  unexplained: ['check-signal', 'call-contact', 'dispatch-team', 'close-incident'],
}

export const builtInVersion = 1

export const builtInSteps = Object.fromEntries(
  Object.entries(ids).map(([plan, steps]) => [plan, steps.map(stepOf)]),
) as unknown as Readonly<Record<PlanName, readonly PlanStep[]>>

const byKind: Readonly<Record<AlarmKind, PlanName>> = {
  'hold-up': 'armed-threat',
  duress: 'armed-threat',
  panic: 'armed-threat',
  burglary: 'intrusion',
  tamper: 'intrusion',
  fire: 'fire',
  gas: 'gas',
  medical: 'medical',
  technical: 'technical',
  power: 'technical',
  communication: 'technical',
  test: 'technical',
  bypass: 'technical',
  opening: 'unexplained',
  closing: 'unexplained',
  unknown: 'unexplained',
}

/**
 * Whether somebody at the site may be under threat of violence: a call there would endanger them.
 */
export const isArmedThreat = (kind: AlarmKind): boolean => byKind[kind] === 'armed-threat'

/**
 * The plan for this kind of alarm at a site that may have one of its own choice. Under armed threat
 * that choice does not count: a plan that telephones the site could cost a life.
 */
export const planFor = (kind: AlarmKind, own: PlanName | undefined): PlanName =>
  own === undefined || isArmedThreat(kind) ? byKind[kind] : own
