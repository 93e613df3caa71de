import { systemActor } from '../../shared/accounts/actor'
import { second } from '../../shared/lang/instant'
import { testsToExpire } from '../../shared/on-test/tests-of'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import { every } from '../timing/every'

/**
 * How often tests are checked, ms. A test stops counting at its end; this only records that in the
 * journal.
 */
const interval = 5 * second
export interface TestDutiesParts {
  readonly keeper: Pick<Keeper, 'room' | 'submit'>
  readonly clock: Clock
  readonly onFault: (error: unknown) => void
}

/**
 * Records the end of tests whose time is over; retries what could not be stored. Returns a function
 * that stops it.
 */
export function createTestDuties({ keeper, clock, onFault }: TestDutiesParts): () => void {
  return every(clock, interval, () => {
    if (testsToExpire(keeper.room(), clock.now()).length === 0) return
    keeper.submit({ type: 'end-expired-tests', data: {} }, systemActor).catch(onFault)
  })
}
