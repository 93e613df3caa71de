import { type Instant, second } from '../../shared/lang/instant'

/** So many a second in the long run, and so many at once. */
export interface Pace {
  readonly perSecond: number
  readonly burst: number
}

export function createTokenBucket({ perSecond, burst }: Pace, start: Instant) {
  let tokens = burst
  let filledAt = start
  return {
    /**
     * Takes `count` tokens and returns 0, or takes none and returns the milliseconds until they are
     * available.
     */
    take(now: Instant, count = 1): number {
      // A clock that was set back must neither fill nor empty the bucket.
      const elapsed = Math.max(0, now - filledAt)
      tokens = Math.min(burst, tokens + (elapsed / second) * perSecond)
      filledAt = now
      // A full bucket lets through more than could ever fit at once.
      const needed = Math.min(count, Math.max(1, burst))
      if (tokens < needed) return Math.ceil(((needed - tokens) / perSecond) * second)
      tokens -= needed
      return 0
    },
  }
}
export type TokenBucket = ReturnType<typeof createTokenBucket>
