import type { Position } from '../../../shared/teams/position'
import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * Interval between pushes of positions to the windows, ms: 300 cars a second must not crowd out the
 * alarms.
 */
const interval = 1_000

/** Passes on each team's newest fix when it changed, at most once a second. */
export interface PositionFeed {
  take(positions: readonly Position[]): void
  newest(): readonly Position[]
}

export function createPositionFeed(
  clock: Clock,
  push: (positions: readonly Position[]) => void,
): PositionFeed {
  const newest = new Map<string, Position>()
  let changed = new Map<string, Position>()
  let waiting = false
  let pushedAt = Number.NEGATIVE_INFINITY
  const flush = () => {
    waiting = false
    if (changed.size === 0) return
    const positions = [...changed.values()]
    changed = new Map()
    pushedAt = clock.now()
    push(positions)
  }
  return {
    take(positions) {
      for (const position of positions) {
        // Fixes sent over two paths to the hub may overtake each other; a car must not jump back.
        if ((newest.get(position.teamId)?.at ?? 0) > position.at) continue
        newest.set(position.teamId, position)
        changed.set(position.teamId, position)
      }
      const wait = pushedAt + interval - clock.now()
      if (wait <= 0) flush()
      else if (!waiting) {
        waiting = true
        clock.after(wait, flush)
      }
    },
    newest: () => [...newest.values()],
  }
}
