export interface LatencyFigures {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Width of a bin, ms: a tenth of the shortest wait there is. */
const width = 0.01
/** The last bin holds everything longer than this many: ten seconds. */
const bins = 1_000_000

/**
 * Latencies in ms, counted in bins rather than kept: a million of them take hardly any memory or
 * time.
 */
export function createLatencies() {
  const counts = new Uint32Array(bins + 1)
  let count = 0
  let longest = 0
  const rank = (share: number): number => {
    let left = Math.max(1, Math.ceil(share * count))
    const bin = counts.findIndex((inBin) => {
      left -= inBin
      return left <= 0
    })
    return Math.round((bin + 1) * width * 100) / 100
  }
  return {
    add(ms: number) {
      const bin = Math.min(bins, Math.floor(ms / width))
      counts[bin] = (counts[bin] ?? 0) + 1
      count += 1
      longest = Math.max(longest, ms)
    },
    /** Upper bounds, to a hundredth of a ms. */
    figures: (): LatencyFigures => ({
      p50: rank(0.5),
      p95: rank(0.95),
      p99: rank(0.99),
      max: Math.round(longest * 100) / 100,
    }),
  }
}
