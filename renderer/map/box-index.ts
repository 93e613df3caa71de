import type { Box } from './box'

/** Side of a cell, CSS pixels: about the size of its contents. */
const cell = 96

/** Boxes found by place: a storm places hundreds on every step of a zoom. */
export interface BoxIndex<Entry extends { readonly box: Box }> {
  add(entry: Entry): void
  /** Boxes that may touch this one; a box in several cells can come twice. */
  near(box: Box): Iterable<Entry>
}

export function createBoxIndex<Entry extends { readonly box: Box }>(): BoxIndex<Entry> {
  const cells = new Map<string, Entry[]>()
  function* keysOf({ left, top, right, bottom }: Box) {
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) yield `${x} ${y}`
  }
  return {
    add(entry) {
      for (const key of keysOf(entry.box)) {
        const entries = cells.get(key)
        if (entries) entries.push(entry)
        else cells.set(key, [entry])
      }
    },
    *near(box) {
      for (const key of keysOf(box)) yield* cells.get(key) ?? []
    },
  }
}
