import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { testsToExpire } from './tests-of'

/** The limit of tests ended in one commit; the next commit ends more. */
const mostAtOnce = 500
/**
 * Likewise for what still stands of them, which raises its alarms in that commit while other alarms
 * wait.
 */
const mostStanding = 1_000

export function decideExpired(room: Room, _: object, at: Instant): readonly RoomEvent[] {
  const tests = testsToExpire(room, at).slice(0, mostAtOnce)
  let standing = 0
  // A single test always holds less than the bound.
  const now = tests.filter((test) => {
    standing += test.standing.length
    return standing <= mostStanding
  })
  return now.map(({ testId, siteId }) => ({
    type: 'test-ended',
    data: { testId, siteId, why: 'expired' },
  }))
}
