import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../shared/timeline/clock-port'
import type { Keeper } from './keeper/keeper-port'
import { logFault } from './keeper/log-fault'
import { createReception } from './reception/reception'
import type { Reception } from './reception/reception-port'
import { createSupervision } from './supervision/supervision'
import { startTriageDuties } from './triage/triage-duties'
import { measureTriage } from './triage/triage-metrics'

export interface StartReceptionParts {
  readonly keeper: Keeper
  readonly clock: Clock
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  /** Whether every way in is open; while it says no, silence proves nothing. Left out: they are. */
  readonly receiving?: () => boolean
}

/**
 * Reception with what watches over it: silence and lateness, tests that expire, the ledger. Nothing
 * listens yet.
 */
export function startReception(parts: StartReceptionParts): {
  readonly reception: Reception
  stop(): void
} {
  const { keeper, clock, log } = parts
  // Each needs the other: what is heard resets a silence, and a silence is received like any
  // signal.
  const reception = createReception({
    ...parts,
    heard: (account) => supervision.heard(account),
    undeciphered: (account, address) => supervision.undeciphered(account, address),
  })
  const supervision = createSupervision({ ...parts, take: reception.take })
  const onFault = logFault(log, 'The end of a row of the ledger could not be recorded')
  const stops = [
    supervision.stop,
    startTriageDuties({ keeper, clock, onFault }),
    measureTriage(parts),
    reception.stop,
  ]
  return {
    reception,
    stop() {
      for (const stop of stops) stop()
    },
  }
}
