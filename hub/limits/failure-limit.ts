import type { Instant } from '../../shared/lang/instant'
import type { Limit } from './limit'

/**
 * After this many failures within the window, the key is refused until the oldest failure has left
 * the window.
 */
export interface FailureRule {
  readonly failures: number
  readonly windowMs: number
}

export interface FailureLimit extends Limit<readonly [key: string, now: Instant], 'failures'> {
  begin(key: string, now: Instant): void
  /** Takes back the attempt begun at that instant, because it succeeded. */
  succeed(key: string, begun: Instant): void
  forget(key: string): void
}

/**
 * Keys remembered; beyond this the oldest are forgotten. Bounds memory when somebody tries a
 * million names.
 */
const mostKeys = 10_000

/**
 * Counts failures per key in a sliding window. An attempt counts from its start and is taken back
 * when it succeeds, so that a hundred simultaneous attempts are not all let through.
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
