import { type Instant, second } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * What one centre may hand over: in the long run far more than a power cut of its whole region makes (some 80 signals a
 * second), at once a day's backlog after an outage of its line. Beyond it a program that runs wild would hold up others.
 */
export const centrePace = { perSecond: 1_000, burst: 10_000 }

interface Purse {
  tokens: number
  filledAt: Instant
}

/**
 * Keeps each centre to its pace. A batch is let in as long as anything is left, and may go into debt: whether it comes
 * in is known before its body is read, and how much it holds only after.
 */
export function createCentrePace(clock: Clock, { perSecond, burst } = centrePace) {
  const purses = new Map<string, Purse>()

  const purseOf = (centreId: string): Purse => {
    const now = clock.now()
    const purse = purses.get(centreId) ?? { tokens: burst, filledAt: now }
    // A clock that was set back fills nothing; it must not empty the purse either.
    const elapsed = Math.max(0, now - purse.filledAt)
    purse.tokens = Math.min(burst, purse.tokens + (elapsed / second) * perSecond)
    purse.filledAt = now
    purses.set(centreId, purse)
    return purse
  }

  return {
    /** Milliseconds until the centre may hand over again; 0 means now. */
    wait(centreId: string): number {
      const { tokens } = purseOf(centreId)
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * second)
    },
    spend(centreId: string, items: number): void {
      purseOf(centreId).tokens -= items
    },
  }
}
export type CentrePace = ReturnType<typeof createCentrePace>
