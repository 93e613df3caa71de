/** Latencies in ms, summed up. */
export interface Figures {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

const rounded = (value: number) => Math.round(value * 10) / 10

/** Percentiles by the nearest-rank method; NaN for an empty list. */
export function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = (share: number) =>
    rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN)
  return { count: sorted.length, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) }
}

/** How many times the floor; two decimals. */
export const ratio = (value: number, floor: number): number =>
  Math.round((value / floor) * 100) / 100
