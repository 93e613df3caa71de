import type { Limit } from './limit'

export interface PlacesParts<Why extends string> {
  readonly why: Why
  readonly ofOne: number
  /** Most for all names together; left out, no limit. */
  readonly ofAll?: number
}

/** Places held for a while. `admit` says whether one is free; `enter` takes it. */
export interface Places<Why extends string = string>
  extends Limit<readonly [name: string, times?: number], Why> {
  enter(name: string, count?: number): void
  leave(name: string, count?: number): void
}

/**
 * Bounds what is held at the same time (connections, bytes in memory, waiting questions), per name
 * and in total. `times` multiplies both bounds for the request.
 */
export function createPlaces<Why extends string>({
  why,
  ofOne,
  ofAll = Number.POSITIVE_INFINITY,
}: PlacesParts<Why>): Places<Why> {
  const held = new Map<string, number>()
  let sum = 0
  const change = (name: string, count: number) => {
    sum += count
    const left = (held.get(name) ?? 0) + count
    if (left > 0) held.set(name, left)
    else held.delete(name)
  }
  return {
    admit(name, times = 1) {
      const full = sum >= times * ofAll || (held.get(name) ?? 0) >= times * ofOne
      return full ? { why, wait: 0 } : null
    },
    enter: (name, count = 1) => change(name, count),
    leave: (name, count = 1) => change(name, -count),
  }
}
