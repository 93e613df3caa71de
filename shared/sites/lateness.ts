import { type Instant, minute } from '../lang/instant'
import type { Arming } from '../signals/arming'
import type { Missing } from '../signals/missing'
import { dutyAt } from './duty-hours'
import type { Schedule } from './schedule'

export type LateCode = 'LATEOPEN' | 'LATECLOS'
export const isLateCode = (code: string): code is LateCode =>
  code === 'LATEOPEN' || code === 'LATECLOS'

/** What a site is late with, and by when it should have happened, its grace included. */
export interface Lateness {
  readonly code: LateCode
  readonly deadline: Instant
}

/**
 * What a site is late with at this instant; null when nothing. Counts how it stood at the deadline
 * (opening or closing time and grace): a change after it either came late, and what was said of it
 * is over, or is no matter of the period's beginning (somebody back for an umbrella). So each
 * period is late once at most, also across a restart.
 *
 * Of a site of which neither opening nor closing was ever heard nothing is known, and nothing is
 * said: many panels do not report them, and an alarm every morning and evening that is about the
 * panel's settings teaches officers to look away.
 */
export function latenessAt(
  schedule: Schedule,
  arming: Pick<Arming, 'armed' | 'at'> | undefined,
  at: Instant,
): Lateness | null {
  const duty = dutyAt(schedule, at)
  if (arming === undefined || duty.since === null) return null
  const deadline = duty.since + schedule.grace * minute
  if (at < deadline || arming.at >= deadline || arming.armed !== duty.open) return null
  return { code: duty.open ? 'LATEOPEN' : 'LATECLOS', deadline }
}

/**
 * How a lateness that stands is over: the opening or closing `came`; or it is `moot`, since the
 * next period has begun (what was not closed all night need not be closed any more, and next
 * evening counts anew), or since the schedule asks nothing of the kind any more. Null while it is
 * waited for.
 */
export function latenessOver(
  schedule: Schedule | undefined,
  late: Pick<Missing, 'since'> & { readonly code: LateCode },
  arming: Pick<Arming, 'armed'> | undefined,
  at: Instant,
): 'came' | 'moot' | null {
  const waitsForOpening = late.code === 'LATEOPEN'
  if (arming !== undefined && arming.armed !== waitsForOpening) return 'came'
  if (schedule === undefined) return 'moot'
  const { open, since } = dutyAt(schedule, at)
  return open !== waitsForOpening || since === null || late.since < since ? 'moot' : null
}
