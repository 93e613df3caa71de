export type Random = () => number

/**
 * The mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state, even enough for demo
 * data, not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const between = (random: Random, from: number, to: number): number =>
  from + random() * (to - from)

/** A whole number, both ends included. */
export const integer = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

export const chance = (random: Random, probability: number): boolean => random() < probability

export const sign = (random: Random): 1 | -1 => (random() < 0.5 ? -1 : 1)

/** Picks an item. The list must not be empty. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** Picks by weight in time logarithmic in the length of the list. */
export function weighted<Item>(
  items: readonly Item[],
  weight: (item: Item) => number,
): (random: Random) => Item {
  const sums: number[] = []
  let sum = 0
  for (const item of items) {
    sum += weight(item)
    sums.push(sum)
  }
  return (random) => {
    const at = random() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const item = items[low]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [mixed[at], mixed[other]]
    if (a === undefined || b === undefined) continue
    mixed[at] = b
    mixed[other] = a
  }
  return mixed
}

/** Divides a whole number by weights so that the parts add up to it exactly (largest remainder). */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const spare = total - least * weights.length
  if (spare < 0) return weights.map((_, index) => (index < total ? 1 : 0))
  const exact = weights.map((weight) => (spare * weight) / sum)
  const parts = exact.map((part) => least + Math.floor(part))
  const missing = total - parts.reduce((all, part) => all + part, 0)
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
