import { type Instant, minute } from '../lang/instant'
import type { Room } from '../room/room'
import { zoneNumber } from '../sites/zone-of'
import type { OnTest } from './on-test'

export function findTest(room: Room, testId: string): OnTest | undefined {
  for (const tests of room.onTest.values()) {
    const found = tests.find((test) => test.testId === testId)
    if (found) return found
  }
  return undefined
}

/**
 * How far the clock may stand before a test's start. Set back further, it would let the test last
 * for as long as it is wrong, for years if its battery failed: then alarms come again, and the hub
 * says that its clock is wrong.
 */
const bearableBefore = minute

const covers = ({ zones, startedAt, until }: OnTest, zone: string | null, at: Instant): boolean =>
  startedAt - bearableBefore <= at &&
  at < until &&
  (zones === null || (zone !== null && zones.includes(zoneNumber(zone))))

/**
 * The test a signal of this site and zone falls under at this instant; one of the whole site covers
 * every zone and none.
 */
export const testCovering = (
  room: Room,
  siteId: string,
  zone: string | null,
  at: Instant,
): OnTest | undefined => room.onTest.get(siteId)?.find((test) => covers(test, zone, at))

/**
 * The same of a signal that was held and came then: what came before a test began is none of it.
 */
export const testCoveringHeld = (
  room: Room,
  siteId: string,
  zone: string | null,
  came: Instant,
): OnTest | undefined =>
  room.onTest.get(siteId)?.find((test) => test.startedAt <= came && covers(test, zone, came))

/** Tests whose time is over but that no entry has ended yet. */
export function testsToExpire(room: Room, at: Instant): readonly OnTest[] {
  if (room.onTest.isEmpty()) return []
  return [...room.onTest.values()].flat().filter(({ until }) => until <= at)
}
