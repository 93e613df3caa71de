import type { Signal } from '../../shared/signals/signal'

/**
 * A life may be in danger: a hold-up, duress, panic, fire, gas or medical alarm, or an alarm that
 * the site's own plan raised to that level.
 */
export const isUrgent = (signals: readonly Signal[]): boolean =>
  signals.some((signal) => signal.class === 'alarm' && signal.priority === 1)
