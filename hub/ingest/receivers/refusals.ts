import { minute } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * How often a line that cannot be read is refused: a Sur-Gard receiver sends one three times more
 * and then gives up (MLR2E manual 9.2), and nothing behind it comes through meanwhile. So the last
 * of them is acknowledged; the line is kept for people to read, and was not damaged on its way,
 * having come the same four times.
 */
const timesRefused = 3
/**
 * After which the same line counts as another one, ms: longer than its repetitions take, and a
 * pause of the receiver.
 */
const forgotten = 10 * minute
/** Unreadable lines remembered; beyond it the oldest are refused afresh. */
const mostLines = 100

interface Refused {
  readonly times: number
  readonly at: number
  /** Whether it stands in the quarantine by now; null when it was not to be kept. */
  readonly kept: Promise<boolean> | null
}

/** Counts the refusals of the lines of one receiver line, over all its connections. */
export function createRefusals(clock: Clock) {
  const lines = new Map<string, Refused>()
  return {
    /**
     * A line that cannot be read has come; `keep` is called for its first time. Refused it is to be
     * until it came too often, and then acknowledged, once it is kept.
     */
    come(
      line: string,
      keep: () => Promise<boolean> | null,
    ): { readonly refuse: boolean; readonly kept: Refused['kept'] } {
      const before = lines.get(line)
      const known =
        before && clock.now() - before.at < forgotten
          ? before
          : { times: 0, at: clock.now(), kept: keep() }
      lines.delete(line)
      if (known.times === timesRefused) return { refuse: false, kept: known.kept }
      const [oldest] = lines.size >= mostLines ? lines.keys() : []
      if (oldest !== undefined) lines.delete(oldest)
      lines.set(line, { ...known, times: known.times + 1 })
      return { refuse: true, kept: known.kept }
    },
  }
}
