import type { Instant } from '../../shared/lang/instant'

/**
 * So many failures within the window, and the key is refused until the oldest of them has left it.
 */
export interface FailureRule {
  readonly failures: number
  readonly windowMs: number
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
export function createFailureLimit({ failures, windowMs }: FailureRule) {
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
    /** Milliseconds until an attempt is let through; 0 means now. */
    wait(key: string, now: Instant): number {
      const kept = recent(key, now)
      const first = kept[kept.length - failures]
      return first === undefined ? 0 : first + windowMs - now
    },
    begin(key: string, now: Instant): void {
      remember(key, [...recent(key, now), now])
    },
    /** The attempt begun at that instant was a success: it does not count. */
    succeed(key: string, begun: Instant): void {
      const kept = attempts.get(key) ?? []
      const index = kept.indexOf(begun)
      if (index >= 0) remember(key, kept.toSpliced(index, 1))
    },
    /** Forgets a key, e.g. a name whose right password has been given. */
    forget(key: string): void {
      attempts.delete(key)
    },
  }
}
export type FailureLimit = ReturnType<typeof createFailureLimit>
