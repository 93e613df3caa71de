/** How much of something each has, and all together. */
export function createShares() {
  const each = new Map<string, number>()
  let sum = 0
  return {
    all: () => sum,
    of: (name: string): number => each.get(name) ?? 0,
    add(name: string, count: number): void {
      sum += count
      const left = (each.get(name) ?? 0) + count
      if (left > 0) each.set(name, left)
      else each.delete(name)
    },
  }
}
