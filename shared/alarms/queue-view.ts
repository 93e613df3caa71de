import { calm, type Density } from './queue-density'
import { noFilter, type QueueFilter } from './queue-filter'

/** How one officer looks at the queue. It changes no count and nothing that a key goes to. */
export interface QueueView {
  readonly density: Density
  readonly filter: QueueFilter
  /** Alarms whose group stands apart. */
  readonly unfolded: ReadonlySet<string>
}

export const plainView: QueueView = { density: calm, filter: noFilter, unfolded: new Set() }
