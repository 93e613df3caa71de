import { minute } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Answered } from './answers'

/*
 * Lines carry no number, so an identical one may be a repetition or a second alarm. Nothing is
 * lost, since both are taken: each becomes a signal of its own, which joins the alarm that is open.
 * All that a repetition changes is when it may be acknowledged. A receiver sends nothing but the
 * same line until it is answered, so a line that equals the last one, which was left without an
 * answer, says what is perhaps stored by now, and either of the two being durable will do. Without
 * this a slow disk would let every repetition be answered too late as well. A line that equals one
 * which was answered is never taken for a repetition: over TCP an answer is not lost while the
 * connection lasts.
 */

/**
 * How long after a line that was left without an answer the same one is surely its repetition, ms.
 */
const repeatedWithin = 1 * minute

interface Taken {
  readonly line: string
  readonly at: number
  readonly stored: Promise<boolean>
  readonly answered: Answered
}

/** Remembers the last line of a receiver line that brought signals, over all its connections. */
export function createRepetitions(clock: Clock) {
  let last: Taken | null = null
  return {
    /** Whether the line this one surely repeats is durable; null when it repeats none. */
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
    /** Another line came between. */
    forget() {
      last = null
    },
  }
}

/** True as soon as one of them is, false when neither is. */
export const either = (one: Promise<boolean>, other: Promise<boolean>): Promise<boolean> =>
  new Promise((resolve) => {
    for (const each of [one, other]) void each.then((durable) => durable && resolve(true))
    void Promise.all([one, other]).then((both) => resolve(both.includes(true)))
  })
