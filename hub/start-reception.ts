import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../shared/timeline/clock-port'
import type { Keeper } from './keeper/keeper-port'
import { createReception } from './reception/reception'
import type { Reception } from './reception/reception-port'
import { createSupervision } from './supervision/supervision'

export interface StartReceptionParts {
  readonly keeper: Keeper
  readonly clock: Clock
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  /**
   * Whether every way in is open. While one is not, silence proves nothing. Left out, all are open.
   */
  readonly receiving?: () => boolean
}

/** Reception with its supervision of silence and lateness. Nothing listens yet. */
export function startReception(parts: StartReceptionParts): {
  readonly reception: Reception
  stop(): void
} {
  // Each needs the other: what is heard resets a silence, and a silence is received like any
  // signal.
  const reception = createReception({
    ...parts,
    heard: (account) => supervision.heard(account),
    undeciphered: (account, address) => supervision.undeciphered(account, address),
  })
  const supervision = createSupervision({ ...parts, take: reception.take })
  return {
    reception,
    stop() {
      supervision.stop()
      reception.stop()
    },
  }
}
