import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import type { SignalEntry } from '../signals/signal'
import type { OnTest, OnTestEntry } from './on-test'
import { type StandingCause, stillStanding, withStanding } from './standing'
import { testCovering } from './tests-of'

/**
 * Signals listed on a test: a walk through a building trips every detector. All are counted, the
 * journal has them.
 */
const keptSignals = 50

export function foldTestStarted(room: Room, { at, by, data }: OnTestEntry<'test-started'>): Room {
  const { siteId } = data
  const test: OnTest = {
    ...data,
    startedAt: at,
    startedBy: by.name,
    signalCount: 0,
    signals: [],
    standing: [],
  }
  return { ...room, onTest: room.onTest.set(siteId, [...(room.onTest.get(siteId) ?? []), test]) }
}

export function foldTestEnded(room: Room, { at, data }: OnTestEntry<'test-ended'>): Room {
  const { testId, siteId } = data
  const tests = room.onTest.get(siteId) ?? []
  const left = tests.filter((test) => test.testId !== testId)
  if (left.length === 0) return { ...room, onTest: room.onTest.delete(siteId) }
  const standing = tests.find((test) => test.testId === testId)?.standing ?? []
  const onTest = room.onTest.set(siteId, left)
  return { ...room, onTest: handOver({ ...room, onTest }, siteId, standing, at) }
}

/** Causes that still stand when a test ends pass to another test that covers them. */
function handOver(
  room: Room,
  siteId: string,
  standing: readonly StandingCause[],
  at: Instant,
): Room['onTest'] {
  return standing.reduce((onTest, cause) => {
    const heir = testCovering(room, siteId, cause.zone === '' ? null : cause.zone, at)
    const given = (test: OnTest) =>
      test.testId === heir?.testId
        ? { ...test, standing: withStanding(test.standing, cause) }
        : test
    return onTest.update(siteId, [], (tests) => tests.map(given))
  }, room.onTest)
}

/**
 * Notes a signal with its test. A restoral ends what it ends, under whichever test of the site that
 * was reported.
 */
export function foldTestSignal(
  room: Room,
  { seq, at, data }: SignalEntry<'signal-received'>,
): Room {
  const { siteId, testId, signalId, meaning, code, zone } = data
  const tests = room.onTest.get(siteId)
  const ends = data.class === 'restore' || data.class === 'cancel'
  if (tests === undefined || (testId === undefined && !ends)) return room
  const line = { signalId, seq, at, class: data.class, meaning, code, zone }
  const noted = tests.map((test) => {
    const standing =
      ends || test.testId === testId ? stillStanding(test.standing, data, seq) : test.standing
    if (test.testId !== testId) return { ...test, standing }
    const signals = [...test.signals.slice(-(keptSignals - 1)), line]
    return { ...test, signalCount: test.signalCount + 1, signals, standing }
  })
  return { ...room, onTest: room.onTest.set(siteId, noted) }
}
