import { type AlarmCause, causeStands, plainZone, withoutCause } from '../alarms/causes'
import type { AlarmKind } from '../codes/kinds'
import type { Signal } from '../signals/signal'

/** Something reported during a test and not reported over since. */
export interface StandingCause extends AlarmCause {
  readonly kind: AlarmKind
  /** The entry that reported it. */
  readonly seq: number
}

/**
 * Causes kept on a test: more faults than a panel has at once, and a bound on one that invents
 * zones. Beyond it the oldest are forgotten.
 */
const keptStanding = 200

/**
 * Alarms whose end panels report. A burglary, a hold-up or a call for help is over in a moment,
 * often without a restoral: a walk through the building would raise one alarm per detector when the
 * test ends.
 */
const lasting: ReadonlySet<AlarmKind> = new Set([
  'fire',
  'gas',
  'tamper',
  'power',
  'communication',
  'technical',
])

type Said = Pick<Signal, 'class' | 'kind' | 'code' | 'zone' | 'partition' | 'user'>

/**
 * What stands after a further signal of the site: a trouble, or an alarm that lasts, until its
 * restoral.
 */
export function stillStanding(
  causes: readonly StandingCause[],
  said: Said,
  seq: number,
): readonly StandingCause[] {
  if (said.class === 'restore' || said.class === 'cancel') return ended(causes, said)
  if (said.class !== 'trouble' && !(said.class === 'alarm' && lasting.has(said.kind))) return causes
  const { kind, code, zone, partition, user } = said
  const named = { ...(partition !== null && { partition }), ...(user !== null && { user }) }
  return withStanding(causes, { zone: plainZone(zone), code, ...named, standing: true, kind, seq })
}

export const withStanding = (
  causes: readonly StandingCause[],
  cause: StandingCause,
): readonly StandingCause[] =>
  causes.some((one) => one.kind === cause.kind && causeStands([one], cause))
    ? causes
    : [...causes.slice(-(keptStanding - 1)), cause]

/** As with alarms, a restoral ends what is of its kind and zone. */
function ended(causes: readonly StandingCause[], said: Said): readonly StandingCause[] {
  const ofKind = causes.filter(({ kind }) => kind === said.kind)
  if (ofKind.length === 0) return causes
  const left = new Set(
    withoutCause(ofKind, said).flatMap(({ standing, seq }) => (standing ? [seq] : [])),
  )
  return causes.filter(({ kind, seq }) => kind !== said.kind || left.has(seq))
}
