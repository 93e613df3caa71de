import { densityTurned } from '../../shared/alarms/queue-density'
import type { Action } from '../console/action'
import { changeQueueView } from './queue-view'

/**
 * Condenses the rows or spreads them. A storm condenses them by itself; only this key leads back.
 */
export const queueDensityAction: Action = {
  id: 'queue-density',
  keys: 'b',
  group: 'queue',
  refusal: () => null,
  perform: ({ ports }) =>
    changeQueueView(ports.store, (view) => ({ ...view, density: densityTurned(view.density) })),
}
