import type { Clock } from '../shared/timeline/clock-port'
import { systemClock } from './system-clock'

/**
 * Close to the time of day, but never set forward or back. For code that paces or waits for signs
 * of life.
 */
export const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: systemClock.after,
}
