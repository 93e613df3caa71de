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
 * How far the clock may be before a test's start. A clock set back further (for years, if its
 * battery failed) would stretch the test by as much. Alarms then come again, and the hub says that
 * its clock is wrong.
 */
const bearableBefore = minute

const covers = ({ zones, startedAt, until }: OnTest, zone: string | null, at: Instant): boolean =>
  startedAt - bearableBefore <= at &&
  at < until &&
  (zones === null || (zone !== null && zones.includes(zoneNumber(zone))))

/**
 * The test that covers a signal of this site and zone at this instant. A test of the whole site
 * covers every zone, and signals without one.
 */
export const testCovering = (
  room: Room,
  siteId: string,
  zone: string | null,
  at: Instant,
): OnTest | undefined => room.onTest.get(siteId)?.find((test) => covers(test, zone, at))

/**
 * Like testCovering, for a signal that was held: a test does not cover what came before it began.
 */
export const testCoveringHeld = (
  room: Room,
  siteId: string,
  zone: string | null,
  came: Instant,
): OnTest | undefined =>
  room.onTest.get(siteId)?.find((test) => test.startedAt <= came && covers(test, zone, came))

export function testsToExpire(room: Room, at: Instant): readonly OnTest[] {
  if (room.onTest.isEmpty()) return []
  return [...room.onTest.values()].flat().filter(({ until }) => until <= at)
}
