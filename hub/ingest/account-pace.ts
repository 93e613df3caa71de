import type { Instant } from '../../shared/lang/instant'
import { createTokenBucket, type Pace, type TokenBucket } from '../feed/token-bucket'

/**
 * What one account may send: far above any panel, whose whole memory of some hundred events comes at once after an
 * outage; and low enough that a panel gone mad takes one percent of the hub.
 */
export const accountPace: Pace = { perSecond: 100, burst: 2_000 }
/** Accounts told apart; beyond it the ones heard longest ago start afresh. */
const mostAccounts = 50_000

/** Keeps each account to a pace. */
export function createAccountPace(pace: Pace = accountPace) {
  const buckets = new Map<string, TokenBucket>()
  return {
    /** Whether one more message of this account may be taken now. */
    admits(account: string, now: Instant): boolean {
      const bucket = buckets.get(account) ?? createTokenBucket(pace, now)
      if (!buckets.has(account)) {
        const [oldest] = buckets.size >= mostAccounts ? buckets.keys() : []
        if (oldest !== undefined) buckets.delete(oldest)
        buckets.set(account, bucket)
      }
      return bucket.take(now) === 0
    },
  }
}
