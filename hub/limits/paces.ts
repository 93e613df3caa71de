import type { Clock } from '../../shared/timeline/clock-port'
import type { Limit } from './limit'
import { createTokenBucket, type Pace, type TokenBucket } from './token-bucket'

/** Keeps one client to a pace, so that a runaway program behind one socket slows nobody else. */
export function createPace(
  pace: Pace,
  clock: Pick<Clock, 'now'>,
): Limit<readonly [count?: number], 'too-fast'> {
  const bucket = createTokenBucket(pace, clock.now())
  return {
    admit(count = 1) {
      const wait = bucket.take(clock.now(), count)
      return wait === 0 ? null : { why: 'too-fast', wait }
    },
  }
}

export interface PacesParts<Why extends string> {
  readonly why: Why
  readonly pace: Pace
  /**
   * Names told apart. Beyond this the one heard longest ago starts afresh. A name that goes on
   * sending keeps its debt, however many names others make up meanwhile.
   */
  readonly most: number
  readonly clock: Pick<Clock, 'now'>
}

export function createPaces<Why extends string>({
  why,
  pace,
  most,
  clock,
}: PacesParts<Why>): Limit<readonly [name: string, count?: number], Why> {
  const buckets = new Map<string, TokenBucket>()
  const bucketOf = (name: string): TokenBucket => {
    const known = buckets.get(name)
    // A map keeps insertion order.
    if (known !== undefined) buckets.delete(name)
    else if (buckets.size >= most) {
      const [quietest] = buckets.keys()
      if (quietest !== undefined) buckets.delete(quietest)
    }
    const bucket = known ?? createTokenBucket(pace, clock.now())
    buckets.set(name, bucket)
    return bucket
  }
  return {
    admit(name, count = 1) {
      const wait = bucketOf(name).take(clock.now(), count)
      return wait === 0 ? null : { why, wait }
    },
  }
}
