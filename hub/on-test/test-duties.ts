import { systemActor } from '../../shared/accounts/actor'
import { type Instant, second } from '../../shared/lang/instant'
import { testsToExpire } from '../../shared/on-test/tests-of'
import type { RoomEvent } from '../../shared/room/events'
import type { Room } from '../../shared/room/room'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import { every } from '../timing/every'

/**
 * How often tests are looked through, ms. They count no more from their end on; this only says so
 * in the journal.
 */
const interval = 5 * second
/** Tests ended in one commit: the rest follows five seconds later. */
const mostAtOnce = 500
/**
 * And what still stands of them, which raises its alarms in that commit: other alarms wait
 * meanwhile.
 */
const mostStanding = 1_000

export interface TestDutiesParts {
  readonly keeper: Pick<Keeper, 'room' | 'record'>
  readonly clock: Clock
  /** Recording failed. */
  readonly onFault: (error: unknown) => void
}

/**
 * Records the end of tests whose time is over; one that could not be stored is tried again. Returns
 * what stops it.
 */
export function createTestDuties({ keeper, clock, onFault }: TestDutiesParts): () => void {
  return every(clock, interval, () => {
    if (testsToExpire(keeper.room(), clock.now()).length === 0) return
    keeper.record((room) => expired(room, clock.now()), systemActor).catch(onFault)
  })
}

function expired(room: Room, at: Instant): readonly RoomEvent[] {
  const tests = testsToExpire(room, at).slice(0, mostAtOnce)
  let standing = 0
  // One test alone holds less than the bound.
  const now = tests.filter((test) => {
    standing += test.standing.length
    return standing <= mostStanding
  })
  return now.map(({ testId, siteId }) => ({
    type: 'test-ended',
    data: { testId, siteId, why: 'expired' },
  }))
}
