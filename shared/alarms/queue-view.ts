import { calm, type Density } from './queue-density'
import { noFilter, type QueueFilter } from './queue-filter'

/** How one officer looks at the queue. It affects no count and no keyboard action. */
export interface QueueView {
  readonly density: Density
  readonly filter: QueueFilter
  /** Alarms whose group stands apart. */
  readonly unfolded: ReadonlySet<string>
}

export const plainView: QueueView = { density: calm, filter: noFilter, unfolded: new Set() }
