import type { Spot } from './overlay'

/**
 * CSS pixels. In a cell of this size one symbol stands for all: of symbols this close, hardly an
 * edge shows.
 */
const cell = 6

/**
 * The spots that show, in order: of those in one cell, the topmost. Without a graphics card stamps
 * cost most of a frame, and in a storm ten thousand overlap in a few towns.
 */
export function uncovered(spots: readonly Spot[]): readonly Spot[] {
  const taken = new Set<number>()
  const seen: Spot[] = []
  for (const spot of spots.toReversed()) {
    const [point] = spot.points
    if (!point) continue
    const key = Math.floor(point[0] / cell) * 100_000 + Math.floor(point[1] / cell)
    if (taken.has(key)) continue
    taken.add(key)
    seen.push(spot)
  }
  return seen.reverse()
}
