import { zoneNumber } from '../sites/zone-of'

/** One thing reported under an alarm: this code at this zone. */
export interface AlarmCause {
  /** Without leading zeros; empty when the panel named none. */
  readonly zone: string
  readonly code: string
  /** Not reported over since it was last reported. */
  readonly standing: boolean
}

/** What a signal says about where and what; null when it names no zone. */
export interface Reported {
  readonly zone: string | null
  readonly code: string
}

/**
 * Causes kept on an alarm: every zone a panel can name with three digits. Beyond it the oldest are forgotten, so that a
 * panel that invents zones cannot grow the room without bound; a forgotten one that is reported again counts as new.
 */
const keptCauses = 1000

const plainZone = (zone: string | null): string => (zone === null ? '' : zoneNumber(zone))

/** Whether just this was reported and is not over: reporting it again tells an officer nothing new. */
export function causeStands(causes: readonly AlarmCause[], { zone, code }: Reported): boolean {
  const at = plainZone(zone)
  return causes.some((cause) => cause.standing && cause.zone === at && cause.code === code)
}

/** The causes after another report: it stands (again). */
export function withCause(causes: readonly AlarmCause[], reported: Reported): readonly AlarmCause[] {
  if (causeStands(causes, reported)) return causes
  const zone = plainZone(reported.zone)
  const others = causes.filter((cause) => cause.zone !== zone || cause.code !== reported.code)
  return [...others.slice(-(keptCauses - 1)), { zone, code: reported.code, standing: true }]
}

/**
 * Whether a restoral would end something. It is compared by zone alone, since the code that ends a cause is often
 * another than the one that reported it; a restoral that names no zone ends everything.
 */
export const endsCause = (causes: readonly AlarmCause[], zone: string | null): boolean =>
  causes.some((cause) => cause.standing && (zone === null || cause.zone === plainZone(zone)))

/** The causes after a restoral. */
export const withoutCause = (causes: readonly AlarmCause[], zone: string | null): readonly AlarmCause[] =>
  causes.map((cause) => (zone === null || cause.zone === plainZone(zone) ? { ...cause, standing: false } : cause))
