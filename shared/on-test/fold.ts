import type { EntryOf } from '../console/events'
import type { Room } from '../console/room'
import type { OnTest } from './on-test'

/** Signals listed on a test: a walk through a building trips every detector. All are counted, the journal has them. */
const keptSignals = 50

export function foldTestStarted(room: Room, { at, by, data }: EntryOf<'test-started'>): Room {
  const { siteId } = data
  const test: OnTest = { ...data, startedAt: at, startedBy: by.name, signalCount: 0, signals: [] }
  return { ...room, onTest: room.onTest.set(siteId, [...(room.onTest.get(siteId) ?? []), test]) }
}

export function foldTestEnded(room: Room, { data }: EntryOf<'test-ended'>): Room {
  const { testId, siteId } = data
  const left = (room.onTest.get(siteId) ?? []).filter((test) => test.testId !== testId)
  return { ...room, onTest: left.length > 0 ? room.onTest.set(siteId, left) : room.onTest.delete(siteId) }
}

/** Notes a signal with the test it fell under. */
export function foldTestSignal(room: Room, { seq, at, data }: EntryOf<'signal-received'>): Room {
  const { siteId, testId, signalId, meaning, code, zone } = data
  const tests = room.onTest.get(siteId)
  if (testId === undefined || tests === undefined) return room
  const line = { signalId, seq, at, class: data.class, meaning, code, zone }
  const noted = tests.map((test) =>
    test.testId === testId
      ? { ...test, signalCount: test.signalCount + 1, signals: [...test.signals.slice(-(keptSignals - 1)), line] }
      : test,
  )
  return { ...room, onTest: room.onTest.set(siteId, noted) }
}
