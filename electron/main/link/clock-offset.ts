/** Beats looked back on: half a minute, so that a clock set right at the hub is followed. */
const remembered = 30
/**
 * Smaller changes are the network's and not the clock's, ms; telling them would make durations on
 * screen jump.
 */
const noticeable = 20

/**
 * Hub clock minus console clock, ms. A beat is always late by its way, never early, so the greatest
 * difference of the last beats is the nearest to the truth.
 */
export function createClockOffset(): {
  heard(hubTime: number, now: number): number
  value(): number
} {
  let differences: readonly number[] = []
  let offset = 0
  return {
    heard(hubTime, now) {
      differences = [...differences.slice(-(remembered - 1)), hubTime - now]
      const best = Math.max(...differences)
      if (Math.abs(best - offset) >= noticeable || differences.length === 1) offset = best
      return offset
    },
    value: () => offset,
  }
}
