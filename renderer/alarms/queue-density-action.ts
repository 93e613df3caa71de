import { densityTurned } from '../../shared/alarms/queue-density'
import type { Action } from '../console/action'
import { changeQueueView } from './queue-view'

/** Rows close together or wide. In a storm they draw close by themselves; back leads this key. */
export const queueDensityAction: Action = {
  id: 'queue-density',
  keys: 'b',
  group: 'queue',
  refusal: () => null,
  perform: ({ ports }) =>
    changeQueueView(ports.store, (view) => ({ ...view, density: densityTurned(view.density) })),
}
