import type { Extent } from './box'
import type { ScreenPoint } from './flat-projection'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Where the line from the middle of the view to an outside point leaves the view. */
export interface EdgePoint {
  readonly at: ScreenPoint
  readonly side: Side
  /** The direction of the point in degrees: 0 right, 90 down. */
  readonly turn: number
}

/** Null for a point in view. CSS pixels. */
export function edgePoint([x, y]: ScreenPoint, { width, height }: Extent): EdgePoint | null {
  if (x >= 0 && y >= 0 && x <= width && y <= height) return null
  const [toX, toY] = [x - width / 2, y - height / 2]
  const [shareX, shareY] = [Math.abs(toX) / (width / 2), Math.abs(toY) / (height / 2)]
  const share = Math.max(shareX, shareY)
  const at: ScreenPoint = [width / 2 + toX / share, height / 2 + toY / share]
  const turn = (Math.atan2(toY, toX) * 180) / Math.PI
  if (shareX >= shareY) return { at, side: toX > 0 ? 'right' : 'left', turn }
  return { at, side: toY > 0 ? 'bottom' : 'top', turn }
}

/** The top left corner of a box at an edge point, wholly in view. */
export function besideEdge({ at: [x, y] }: EdgePoint, view: Extent, box: Extent): ScreenPoint {
  const within = (middle: number, size: number, whole: number) =>
    Math.max(0, Math.min(whole - size, middle - size / 2))
  return [within(x, box.width, view.width), within(y, box.height, view.height)]
}

/**
 * Moves boxes down, or up from the bottom, until none covers another. The first keeps its place.
 */
export function apart(
  corners: readonly ScreenPoint[],
  view: Extent,
  box: Extent,
): readonly ScreenPoint[] {
  const placed: ScreenPoint[] = []
  for (const [x, y] of corners) {
    const overlaps = (top: number) =>
      placed.find(([px, py]) => Math.abs(px - x) < box.width && Math.abs(py - top) < box.height)
    let top = y
    for (let hit = overlaps(top); hit; hit = overlaps(top)) {
      const below = hit[1] + box.height
      if (below + box.height > view.height) {
        top = Math.min(...placed.map(([, py]) => py)) - box.height
        break
      }
      top = below
    }
    placed.push([x, Math.max(0, top)])
  }
  return placed
}
