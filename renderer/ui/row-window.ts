/** Rows of known heights, one below another: where each begins in CSS pixels, and where all end. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0]
  let end = 0
  for (const height of heights) {
    end += height
    offsets.push(end)
  }
  return offsets
}

export function rowAt(offsets: readonly number[], y: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

export interface View {
  readonly top: number
  readonly height: number
}

/** The rows in view and `beyond` more at each edge: from the first, to before the last. */
export function rowsIn(
  offsets: readonly number[],
  view: View,
  beyond: number,
): readonly [from: number, to: number] {
  const count = offsets.length - 1
  return [
    Math.max(0, rowAt(offsets, view.top) - beyond),
    Math.min(count, rowAt(offsets, view.top + view.height) + 1 + beyond),
  ]
}

/** How far to scroll so that a row is wholly in view, but no farther. */
export function topShowing(offsets: readonly number[], index: number, view: View): number {
  const start = offsets[index] ?? 0
  const end = offsets[index + 1] ?? start
  if (start < view.top) return start
  return end > view.top + view.height ? end - view.height : view.top
}

export interface RowLayout {
  readonly keys: readonly string[]
  readonly offsets: readonly number[]
}

/**
 * How far to scroll so that row `index` of the layout `before` stays where it was. If it is gone,
 * the next remaining row takes its place.
 */
export function topKeeping(
  before: RowLayout,
  after: RowLayout,
  { index, top }: { readonly index: number; readonly top: number },
): number {
  const places = new Map(after.keys.map((key, place) => [key, place]))
  for (let row = index; row < before.keys.length; row += 1) {
    const place = places.get(before.keys[row] ?? '')
    if (place !== undefined)
      return Math.max(0, (after.offsets[place] ?? 0) - (before.offsets[index] ?? 0) + top)
  }
  return top
}
