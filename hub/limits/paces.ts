import type { Instant } from '../../shared/lang/instant'
import { createTokenBucket, type Pace, type TokenBucket } from './token-bucket'

/**
 * A pace for each of those that are named; `most` are told apart. Beyond it the one heard longest
 * ago starts afresh: whoever goes on sending keeps its debt, however many names others make up
 * meanwhile.
 */
export function createPaced(pace: Pace, most: number) {
  const buckets = new Map<string, TokenBucket>()
  return (name: string, now: Instant): TokenBucket => {
    const known = buckets.get(name)
    // A map keeps the order in which names were put in.
    if (known !== undefined) buckets.delete(name)
    else if (buckets.size >= most) {
      const [quietest] = buckets.keys()
      if (quietest !== undefined) buckets.delete(quietest)
    }
    const bucket = known ?? createTokenBucket(pace, now)
    buckets.set(name, bucket)
    return bucket
  }
}
