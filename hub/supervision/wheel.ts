/** Slots of the wheel: an item is looked at after that many ticks at the latest, due or not. */
const slots = 1_024

export interface Wheel<Item> {
  /**
   * Shows the item again after so many ticks (at least one; one that is due later is shown on the
   * way).
   */
  put(item: Item, ticks: number): void
  /** One tick on: the items to look at now, at most so many; what is left comes first next time. */
  turn(most: number): readonly Item[]
}

/**
 * A timing wheel: thousands of items that are due at different ticks cost nothing until then. An
 * item that is heard of meanwhile stays where it is, and is put to its new place when its slot
 * comes by.
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
