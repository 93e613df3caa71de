/** Number of beats considered: half a minute, so that a corrected hub clock is followed. */
const remembered = 30
/**
 * Smaller changes come from the network and not the clock, ms. Reporting them would make durations
 * on screen jump.
 */
const noticeable = 20

/**
 * Hub clock minus console clock, ms. Network delay makes a beat late, never early, so the greatest
 * difference among the last beats is closest to the truth.
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
