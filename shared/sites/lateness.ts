import { type Instant, minute } from '../lang/instant'
import type { Arming } from '../signals/arming'
import type { Missing } from '../signals/missing'
import { dutyAt } from './duty-hours'
import type { Schedule } from './schedule'

export type LateCode = 'LATEOPEN' | 'LATECLOS'
export const isLateCode = (code: string): code is LateCode =>
  code === 'LATEOPEN' || code === 'LATECLOS'

/** What a site is late with, and its deadline, grace included. */
export interface Lateness {
  readonly code: LateCode
  readonly deadline: Instant
}

/**
 * What a site is late with at this instant, or null. What counts is its state at the deadline
 * (opening or closing time plus grace). A later change either came late, and the lateness is over,
 * or has nothing to do with the period's beginning (somebody back for an umbrella). So each period
 * is late at most once, also across a restart.
 *
 * A site that never reported an opening or closing is never late: many panels do not report them,
 * and an alarm every morning and evening that is really about the panel's settings teaches officers
 * to look away.
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
 * How a standing lateness ended. `came`: the opening or closing arrived. `moot`: the next period
 * has begun (what was not closed all night need not be closed any more, and the next evening counts
 * afresh), or the schedule no longer asks for it. Null while it is still awaited.
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
