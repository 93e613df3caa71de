import type { Clock } from '../../shared/timeline/clock-port'

/** What may wait for something more urgent, though not for ever. */
export interface HeadStart {
  /** Calls back when the urgent work is over or the time is up; at once when it was over before. */
  afterwards(call: () => void): void
  /** The urgent work is over. */
  over(): void
  /** Nothing that waits is called any more. */
  drop(): void
}

/** `atMost`: how long anything waits, ms. */
export function createHeadStart(clock: Clock, atMost: number): HeadStart {
  let waiting: (() => void)[] = []
  let isOver = false
  const over = () => {
    isOver = true
    for (const call of waiting.splice(0)) call()
  }
  return {
    over,
    afterwards(call) {
      if (isOver) return call()
      waiting.push(call)
      clock.after(atMost, over)
    },
    drop() {
      waiting = []
    },
  }
}
