import type { QueueFilter } from '../../shared/alarms/queue-filter'
import type { QueueView } from '../../shared/alarms/queue-view'
import type { ConsoleStore } from '../console/console-store'

/**
 * Changes how this window shows the queue; does nothing when the change returns the same object.
 */
export function changeQueueView(store: ConsoleStore, change: (view: QueueView) => QueueView): void {
  const { queueView } = store.getState()
  const changed = change(queueView)
  if (changed !== queueView) store.setState({ queueView: changed })
}

export const changeFilter = (store: ConsoleStore, change: Partial<QueueFilter>): void =>
  changeQueueView(store, (view) => ({ ...view, filter: { ...view.filter, ...change } }))
