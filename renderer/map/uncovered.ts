import type { Spot } from './overlay'

/**
 * Side of a cell in which one symbol stands for all, CSS pixels: of a symbol that near to another
 * hardly an edge is seen.
 */
const cell = 6

/**
 * The spots that show, in their order: of those in one cell the topmost. Without a graphics card a
 * stamp costs most of what a frame costs, and in a storm ten thousand lie upon each other in a few
 * towns.
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
