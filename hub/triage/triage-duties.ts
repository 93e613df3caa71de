import { systemActor } from '../../shared/accounts/actor'
import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import { bundlesToEnd } from '../../shared/triage/rules'
import type { Keeper } from '../keeper/keeper-port'
import { every } from '../timing/every'

/** How often the ledger is looked at, ms: its rows are quiet for minutes before they end. */
const interval = 10 * second

export interface TriageParts {
  readonly keeper: Pick<Keeper, 'room' | 'submit'>
  readonly clock: Clock
  /** Recording failed. */
  readonly onFault: (error: unknown) => void
}

/**
 * Ends the rows of the ledger that nothing comes to any more; what could not be stored is tried
 * again. Returns what stops it.
 */
export function startTriageDuties({ keeper, clock, onFault }: TriageParts): () => void {
  const look = () => {
    if (bundlesToEnd(keeper.room(), clock.now()).length === 0) return
    keeper.submit({ type: 'end-quiet-bundles', data: {} }, systemActor).catch(onFault)
  }
  return every(clock, interval, look)
}
