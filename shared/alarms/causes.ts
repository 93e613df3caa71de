import { zoneNumber } from '../sites/zone-of'

/**
 * One thing reported under an alarm: this code at this zone, in this area, by this user, as far as
 * the panel names them.
 */
export interface AlarmCause {
  /** Without leading zeros; empty when the panel named none. */
  readonly zone: string
  readonly code: string
  readonly partition?: string
  readonly user?: string
  /** Reported, and not reported over since. */
  readonly standing: boolean
}

/** What a signal says about where and what; null when it names no zone. */
export interface Reported {
  readonly zone: string | null
  readonly code: string
  readonly partition?: string | null | undefined
  readonly user?: string | null | undefined
}

/**
 * The maximum number of causes kept on an alarm: every zone that a panel can name with three
 * digits. Beyond it the oldest are forgotten, so a panel that invents zones cannot grow the room
 * without bound. A forgotten cause that is reported again counts as new.
 */
const keptCauses = 1000

/** The form in which causes keep a zone: without leading zeros, empty for none. */
export const plainZone = (zone: string | null): string => (zone === null ? '' : zoneNumber(zone))

/**
 * Whether a cause is exactly what was reported. The same zone number in another area is not, nor is
 * another person's call for help.
 */
const isOf =
  ({ zone, code, partition, user }: Reported) =>
  (cause: AlarmCause): boolean =>
    cause.zone === plainZone(zone) &&
    cause.code === code &&
    (cause.partition ?? null) === (partition ?? null) &&
    (cause.user ?? null) === (user ?? null)

/**
 * Whether exactly this was reported and is not over. If so, reporting it again tells an officer
 * nothing new.
 */
export function causeStands(causes: readonly AlarmCause[], reported: Reported): boolean {
  const isIt = isOf(reported)
  return causes.some((cause) => cause.standing && isIt(cause))
}

export function withCause(
  causes: readonly AlarmCause[],
  reported: Reported,
): readonly AlarmCause[] {
  if (causeStands(causes, reported)) return causes
  const { zone, code, partition, user } = reported
  const isIt = isOf(reported)
  const others = causes.filter((cause) => !isIt(cause))
  const named = { ...(partition != null && { partition }), ...(user != null && { user }) }
  return [
    ...others.slice(-(keptCauses - 1)),
    { zone: plainZone(zone), code, ...named, standing: true },
  ]
}

/**
 * SIA restorals without a zone, and the troubles each of them ends (DC-03). Other troubles of the
 * same kind stay.
 */
const troublesEndedBy: Readonly<Record<string, readonly string[]>> = {
  AR: ['AT'],
  YR: ['YT', 'YM'],
  YQ: ['YP'],
  YJ: ['YI'],
  YK: ['YC', 'YS'],
  YE: ['YD'],
  LR: ['LT'],
  NR: ['NT'],
  ZY: ['ZZ'],
}

/**
 * The codes a restoral ends when it can end nothing else: Contact ID's system troubles, SIA's, and
 * the hub's own.
 */
const codesEndedBy = (code: string): readonly string[] | undefined => {
  if (siaUnbypass.test(code)) return [`${code[0]}B`]
  return troublesEndedBy[code] ?? (endsItself.test(code) ? [code] : undefined)
}
const siaUnbypass = /^[BFGHKMPQSTUWZ]U$/
const endsItself = /^(?:3..|41[45]|431|461|5..|654|SILENT|LATEOPEN|LATECLOS|WRONGKEY)$/

/**
 * What a restoral ends. It is compared by zone alone, since the code that ends a cause often
 * differs from the one that reported it. Without a zone it ends the cause of its own code that had
 * none; if there is none, it ends everything. The end of a system trouble is the exception: it ends
 * only that trouble, reported or not, since mains that are back say nothing about the battery.
 */
function endedBy(
  causes: readonly AlarmCause[],
  { zone, code }: Reported,
): (cause: AlarmCause) => boolean {
  if (zone !== null) return (cause) => cause.zone === plainZone(zone)
  const codes = codesEndedBy(code)
  const own = (cause: AlarmCause) => cause.zone === '' && (codes ?? [code]).includes(cause.code)
  return codes !== undefined || causes.some(own) ? own : () => true
}

export function endsCause(causes: readonly AlarmCause[], restoral: Reported): boolean {
  const ended = endedBy(causes, restoral)
  return causes.some((cause) => cause.standing && ended(cause))
}

export function withoutCause<Cause extends AlarmCause>(
  causes: readonly Cause[],
  restoral: Reported,
): readonly Cause[] {
  const ended = endedBy(causes, restoral)
  return causes.map((cause) => (ended(cause) ? { ...cause, standing: false } : cause))
}
