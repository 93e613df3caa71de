import type { Instant } from '../lang/instant'
import type { Clock } from './clock-port'

/** A clock that moves only when told to, so that tests never sleep. */
export interface ManualClock extends Clock {
  advance(ms: number): void
}

export function createManualClock(start: Instant = 0): ManualClock {
  let now = start
  let waiting: { readonly at: Instant; readonly call: () => void }[] = []
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const due = waiting.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        waiting = waiting.filter((timer) => timer !== due)
        now = Math.max(now, due.at)
        due.call()
      }
      now = end
    },
  }
}
