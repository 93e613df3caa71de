/** Slots of the wheel. An item is looked at after that many ticks at the latest, due or not. */
const slots = 1_024

export interface Wheel<Item> {
  /**
   * Shows the item again after that many ticks (at least one). An item that is due later than a
   * full turn is also shown on the way.
   */
  put(item: Item, ticks: number): void
  /**
   * Advances one tick. Returns the items to look at now, up to `most`; the rest come first next
   * time.
   */
  turn(most: number): readonly Item[]
}

/**
 * A timing wheel: thousands of items that are due at different ticks cost nothing until then. An
 * item that is heard of meanwhile stays where it is, and moves to its new slot when its old one
 * comes up.
 */
export function createWheel<Item>(): Wheel<Item> {
  const ring: Item[][] = Array.from({ length: slots }, () => [])
  let now = 0
  let due: Item[] = []
  return {
    put(item, ticks) {
      const away = Math.min(Math.max(1, ticks), slots - 1)
      ring[(now + away) % slots]?.push(item)
    },
    turn(most) {
      now += 1
      const at = now % slots
      due = due.concat(ring[at] ?? [])
      ring[at] = []
      return due.splice(0, most)
    },
  }
}
