import { minute } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Answered } from './answers'

/*
 * Lines carry no number, so an identical line may be a repetition or a second alarm. Both are
 * taken, so nothing is lost: each becomes its own signal, which joins the open alarm. A repetition
 * only changes when the line may be acknowledged. A receiver sends nothing but the same line until
 * it is answered. A line that equals the last one, which was left unanswered, therefore reports
 * what may be stored by now, and it is enough that one of the two is durable. Without this, a slow
 * disk would make every repetition's answer too late as well. A line that equals an answered one is
 * never taken for a repetition: over TCP an answer is not lost while the connection lasts.
 */

/**
 * Within this time, ms, a line equal to one that was left unanswered is certainly its repetition.
 */
const repeatedWithin = 1 * minute

interface Taken {
  readonly line: string
  readonly at: number
  readonly stored: Promise<boolean>
  readonly answered: Answered
}

/** Remembers the last line of a receiver line that brought signals, across all its connections. */
export function createRepetitions(clock: Clock) {
  let last: Taken | null = null
  return {
    /** Whether the line that this one certainly repeats is durable; null when it repeats none. */
    firstOf(line: string): Promise<boolean> | null {
      const repeats =
        last !== null &&
        last.line === line &&
        last.answered.unanswered() &&
        clock.now() - last.at < repeatedWithin
      return repeats ? (last?.stored ?? null) : null
    },
    remember(line: string, stored: Promise<boolean>, answered: Answered) {
      last = { line, at: clock.now(), stored, answered }
    },
    forget() {
      last = null
    },
  }
}

/** Resolves true as soon as one of them does, false when neither does. */
export const either = (one: Promise<boolean>, other: Promise<boolean>): Promise<boolean> =>
  new Promise((resolve) => {
    for (const each of [one, other]) void each.then((durable) => durable && resolve(true))
    void Promise.all([one, other]).then((both) => resolve(both.includes(true)))
  })
