import { type Instant, second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Limit } from './limit'

/**
 * What one centre may hand over. The long-run rate is far above what a power cut of its whole
 * region makes (some 80 signals a second); the burst is a day's backlog after an outage of its
 * line. Beyond it a program that runs wild would hold up others.
 */
export const centrePace = { perSecond: 1_000, burst: 10_000 }

/**
 * `admit` says whether the centre may hand over a batch now. `spend` counts how much the batch
 * held.
 */
export interface CentrePace extends Limit<readonly [centreId: string], 'centre-pace'> {
  spend(centreId: string, items: number): void
}

/**
 * Keeps each centre to its pace. A batch is let in as long as anything of the burst is left, and
 * may go into debt: we decide before its body is read, and learn only afterwards how much it holds.
 */
export function createCentrePace(clock: Clock, { perSecond, burst } = centrePace): CentrePace {
  const perItem = second / perSecond
  /** When all that a centre sent will be paid for, at this many items a second. */
  const paidAt = new Map<string, Instant>()
  /**
   * What is not paid for yet, ms. After a clock was set back, nobody owes more than twice the
   * burst.
   */
  const owed = (centreId: string): number => {
    const now = clock.now()
    const debt = Math.min(Math.max(0, (paidAt.get(centreId) ?? 0) - now), 2 * burst * perItem)
    paidAt.set(centreId, now + debt)
    return debt
  }

  return {
    admit(centreId) {
      const wait = Math.max(0, Math.ceil(owed(centreId) - (burst - 1) * perItem))
      return wait === 0 ? null : { why: 'centre-pace', wait }
    },
    spend(centreId, items) {
      paidAt.set(centreId, clock.now() + owed(centreId) + items * perItem)
    },
  }
}
