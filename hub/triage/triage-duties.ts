import { systemActor } from '../../shared/accounts/actor'
import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import { bundlesToEnd } from '../../shared/triage/rules'
import type { Keeper } from '../keeper/keeper-port'
import { every } from '../timing/every'

/** How often the ledger is checked, ms. Its rows are quiet for minutes before they end. */
const interval = 10 * second

export interface TriageParts {
  readonly keeper: Pick<Keeper, 'room' | 'submit'>
  readonly clock: Clock
  readonly onFault: (error: unknown) => void
}

/**
 * Ends the ledger's rows that nothing is added to any more; retries what could not be stored.
 * Returns a function that stops it.
 */
export function startTriageDuties({ keeper, clock, onFault }: TriageParts): () => void {
  const look = () => {
    if (bundlesToEnd(keeper.room(), clock.now()).length === 0) return
    keeper.submit({ type: 'end-quiet-bundles', data: {} }, systemActor).catch(onFault)
  }
  return every(clock, interval, look)
}
