import type { Instant } from '../../shared/lang/instant'
import type { Limit } from './limit'

/**
 * So many failures within the window, and the key is refused until the oldest of them has left it.
 */
export interface FailureRule {
  readonly failures: number
  readonly windowMs: number
}

export interface FailureLimit extends Limit<readonly [key: string, now: Instant], 'failures'> {
  begin(key: string, now: Instant): void
  /** The attempt begun at that instant was a success: it does not count. */
  succeed(key: string, begun: Instant): void
  /** Forgets a key, e.g. a name whose right password has been given. */
  forget(key: string): void
}

/**
 * How many keys are remembered; beyond it the oldest go. Bounds the memory of somebody trying a
 * million names.
 */
const mostKeys = 10_000

/**
 * Counts failures per key in a sliding window. An attempt is counted when it begins and taken back
 * when it succeeds, so that a hundred attempts at the same moment are not all let through.
 */
export function createFailureLimit({ failures, windowMs }: FailureRule): FailureLimit {
  const attempts = new Map<string, readonly Instant[]>()

  const recent = (key: string, now: Instant): readonly Instant[] =>
    (attempts.get(key) ?? []).filter((at) => now - at < windowMs)

  function remember(key: string, kept: readonly Instant[]): void {
    attempts.delete(key)
    if (kept.length === 0) return
    attempts.set(key, kept)
    if (attempts.size <= mostKeys) return
    for (const oldest of attempts.keys()) {
      attempts.delete(oldest)
      return
    }
  }

  return {
    admit(key, now) {
      const kept = recent(key, now)
      const first = kept[kept.length - failures]
      return first === undefined ? null : { why: 'failures', wait: first + windowMs - now }
    },
    begin(key, now) {
      remember(key, [...recent(key, now), now])
    },
    succeed(key, begun) {
      const kept = attempts.get(key) ?? []
      const index = kept.indexOf(begun)
      if (index >= 0) remember(key, kept.toSpliced(index, 1))
    },
    forget(key) {
      attempts.delete(key)
    },
  }
}
