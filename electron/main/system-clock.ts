import type { Clock } from '../../shared/timeline/clock-port'

/** The wall clock and real timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
