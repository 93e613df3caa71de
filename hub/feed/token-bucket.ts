import { type Instant, second } from '../../shared/lang/instant'

/** So many a second in the long run, and so many at once. */
export interface Pace {
  readonly perSecond: number
  readonly burst: number
}

/** Keeps a client to a pace. */
export function createTokenBucket({ perSecond, burst }: Pace, start: Instant) {
  let tokens = burst
  let filledAt = start
  return {
    /** Takes one token and returns 0, or takes none and returns the milliseconds until there is one. */
    take(now: Instant): number {
      // A clock that was set back fills nothing; it must not empty the bucket either.
      const elapsed = Math.max(0, now - filledAt)
      tokens = Math.min(burst, tokens + (elapsed / second) * perSecond)
      filledAt = now
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * second)
      tokens -= 1
      return 0
    },
  }
}
export type TokenBucket = ReturnType<typeof createTokenBucket>
