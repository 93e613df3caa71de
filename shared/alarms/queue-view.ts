import { calm, type Density } from './queue-density'

/** How one officer looks at the queue. It changes no count and nothing that a key goes to. */
export interface QueueView {
  readonly density: Density
}

export const plainView: QueueView = { density: calm }
