import type { Clock } from '../../shared/timeline/clock-port'

export const browserClock: Clock = {
  now: Date.now,
  after(ms, call) {
    const timer = window.setTimeout(call, ms)
    return () => window.clearTimeout(timer)
  },
}
