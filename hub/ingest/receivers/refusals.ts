import { minute } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * How often an unreadable line is refused. A Sur-Gard receiver sends a refused line three times
 * more and then gives up (MLR2E manual 9.2), and nothing behind it comes through meanwhile. So the
 * last of these is acknowledged and the line is kept for people to read; having come the same four
 * times, it was not damaged on its way.
 */
const timesRefused = 3
/**
 * Time after which the same line counts as another one, ms: longer than its repetitions and a pause
 * of the receiver take.
 */
const forgotten = 10 * minute
/** Unreadable lines remembered; beyond it the oldest are refused from the start again. */
const mostLines = 100

interface Refused {
  readonly times: number
  readonly at: number
  /** Whether it is in the quarantine by now; null when it was not to be kept. */
  readonly kept: Promise<boolean> | null
}

/** Counts the refusals of one receiver line's lines, over all its connections. */
export function createRefusals(clock: Clock) {
  const lines = new Map<string, Refused>()
  return {
    /**
     * Call for each unreadable line; `keep` is called the first time. The line is refused until it
     * has come too often, and is then acknowledged once it is kept.
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
