import type { Clock } from '../shared/timeline/clock-port'

/** The machine's clock. Its timers do not keep an otherwise idle process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
