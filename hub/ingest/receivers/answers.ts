import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * Answers to the lines of one connection. ACK and NAK are one byte each and name no line: the
 * receiver takes the next one for the oldest line it still waits for. Three rules keep an answer
 * from being taken for another line's:
 *   - Answers are given in the order of the lines.
 *   - An answer that would come later than the receiver waits is not given. It would arrive after
 *     the line was repeated and count for the repetition; the repetition's own answer would then
 *     acknowledge the next line, stored or not. The receiver repeats what is not answered, and as
 *     the line is stored by then, the repetition is answered at once.
 *   - Once a line stays without an answer, so do those that came behind it before that was known.
 */
export type Answer = 'ack' | 'nak' | 'silence'

/** A line whose answer is awaited, given, or not to be given. */
export interface Answered {
  unanswered(): boolean
}

interface Slot {
  answer: Answer | null
  silent: boolean
  cancel: () => void
}

export interface AnswersParts {
  readonly clock: Clock
  /** Time after a line came, ms, during which the receiver surely still waits for its answer. */
  readonly patience: number
  readonly send: (answer: 'ack' | 'nak') => void
  /** An answer was not given, since it came too late. */
  readonly late: () => void
}

export function createAnswers({ clock, patience, send, late }: AnswersParts) {
  let waiting: Slot[] = []

  const leaveUnanswered = (slot: Slot) => {
    const at = waiting.indexOf(slot)
    if (at < 0) return
    const left = waiting.slice(at)
    waiting = waiting.slice(0, at)
    for (const one of left) {
      one.silent = true
      one.cancel()
    }
    give()
  }
  const give = () => {
    for (let [next] = waiting; next?.answer; [next] = waiting) {
      waiting = waiting.slice(1)
      next.cancel()
      if (next.answer !== 'silence') send(next.answer)
    }
  }
  return {
    /** A line has come; `outcome`, which never rejects, says what to answer. */
    expect(outcome: Promise<Answer>): Answered {
      const slot: Slot = { answer: null, silent: false, cancel: () => {} }
      slot.cancel = clock.after(patience, () => {
        late()
        leaveUnanswered(slot)
      })
      waiting.push(slot)
      void outcome.then((answer) => {
        if (answer === 'silence') return leaveUnanswered(slot)
        slot.answer = answer
        give()
      })
      return { unanswered: () => slot.silent }
    },
    /** The connection is gone: nobody waits any more. */
    stop() {
      for (const slot of waiting) {
        slot.cancel()
        slot.silent = true
      }
      waiting = []
    },
  }
}

/** For a sender that waits for no answer. */
export const noAnswers: ReturnType<typeof createAnswers> = {
  expect: () => ({ unanswered: () => false }),
  stop() {},
}
