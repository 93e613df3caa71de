import { describe, expect, it } from 'vitest'
import { minute } from '../lang/instant'
import type { Command } from '../room/commands'
import { emptyRoom } from '../room/empty-room'
import type { RoomEvent } from '../room/events'
import { roomFromJson, roomToJson } from '../room/parts'
import { officer2, raised, receiver, signal, site, sites } from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { liveRoom } from '../testing/live-room'
import { findTest, testCovering, testsToExpire } from './tests-of'

const town = sites(site('site-1'), site('site-2'))
const start = (change: Partial<Extract<Command, { type: 'start-test' }>> = {}): Command => ({
  type: 'start-test',
  testId: 't1',
  siteId: 'site-1',
  zones: null,
  minutes: 30,
  reason: 'Detectors are exchanged',
  ...change,
})
const started = (
  change: Partial<Extract<RoomEvent, { type: 'test-started' }>['data']> = {},
): RoomEvent => ({
  type: 'test-started',
  data: {
    testId: 't1',
    siteId: 'site-1',
    zones: null,
    until: 100_000 + 30 * minute,
    reason: 'Detectors are exchanged',
    ...change,
  },
})
const ended: RoomEvent = {
  type: 'test-ended',
  data: { testId: 't1', siteId: 'site-1', why: 'ended' },
}
const end: Command = { type: 'end-test', testId: 't1' }

describe('putting a site on test', () => {
  it('says until when, with the reason', () => given(town).when(start()).thenAccepted(started()))
  it('may name zones, each once and without leading zeros', () =>
    given(town)
      .when(start({ zones: ['005', '5', 'A1'] }))
      .thenAccepted(started({ zones: ['5', 'A1'] })))
  it('notes who did it and when', () =>
    expect(
      roomOf(town, { event: started(), by: officer2, at: 50_000 }).onTest.get('site-1')?.at(0),
    ).toMatchObject({
      startedBy: 'Officer Two',
      startedAt: 50_000,
      signalCount: 0,
      signals: [],
    }))
  it('is refused for a site nobody knows', () =>
    given(town)
      .when(start({ siteId: 'elsewhere' }))
      .thenRefused('site-unknown'))
  it('is refused with an id that is taken, at whatever site', () =>
    given(town, started())
      .when(start({ siteId: 'site-2' }))
      .thenRefused('id-taken'))
  it('is refused beyond twenty tests of one site', () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      started({ testId: `t${at + 10}`, zones: [String(at)] }),
    )
    given(town, ...many)
      .when(start({ zones: ['99'] }))
      .thenRefused('too-many-tests', 'This site has 20 tests already: end one first')
    given(town, ...many)
      .when(start({ siteId: 'site-2' }))
      .thenTypes('test-started')
  })
})

describe('ending a test', () => {
  it('is recorded as ended by hand', () => given(town, started()).when(end).thenAccepted(ended))
  it('leaves the other tests of the site', () => {
    const room = roomOf(town, started(), started({ testId: 't2', zones: ['7'] }), ended)
    expect([findTest(room, 't1'), findTest(room, 't2')?.zones]).toEqual([undefined, ['7']])
  })
  it('leaves no trace of the last one', () =>
    expect(roomOf(town, started(), ended).onTest.size).toBe(roomOf(town).onTest.size))
  it('is agreed to when it is over already, or never was', () => {
    given(town, started(), ended).when(end).thenAgreed('test-over')
    given(town).when(end).thenAgreed('test-over')
  })
})

describe('a signal of a site on test', () => {
  const alarm = signal('0001', { zone: '005' })
  it('is recorded and raises nothing, a hold-up neither', () => {
    const { events } = given(town, started()).whenReceived(
      signal('0001', { kind: 'hold-up', priority: 1 }),
    )
    expect(events).toMatchObject([
      { type: 'signal-received', data: { testId: 't1', siteId: 'site-1' } },
    ])
  })
  it('is listed on its test, and counted', () => {
    const live = liveRoom(town, started())
    live.receive(alarm, 100_000)
    live.receive(signal('0001', { code: '602', class: 'test', kind: 'test', zone: null }), 101_000)
    expect(live.room.onTest.get('site-1')).toMatchObject([
      {
        signalCount: 2,
        signals: [
          {
            signalId: 's1',
            at: 100_000,
            code: '130',
            zone: '005',
            class: 'alarm',
            meaning: 'Burglary',
          },
          { signalId: 's2', class: 'test' },
        ],
      },
    ])
    expect(live.room.signalCount).toBe(2)
  })
  it('is counted further when the list is full', () => {
    const live = liveRoom(town, started())
    for (let at = 0; at < 60; at++) live.receive(alarm, 100_000 + at)
    const [test] = live.room.onTest.get('site-1') ?? []
    expect([test?.signalCount, test?.signals.length, test?.signals.at(-1)?.signalId]).toEqual([
      60,
      50,
      's60',
    ])
  })
  it('still says whether the site is armed', () => {
    const live = liveRoom(town, started())
    live.receive(signal('0001', { class: 'closing', kind: 'closing', zone: null }), 100_000)
    expect(live.room.arming.get('site-1')).toMatchObject({ armed: true, at: 100_000 })
  })
  it('ends an alarm that stood before the test', () =>
    given(town, raised('a1'), started())
      .whenReceived(signal('0001', { class: 'restore', qualifier: 'restore', zone: '1' }))
      .thenTypes('signal-received', 'alarm-restored'))
  it('does not join an alarm that stood before the test', () =>
    given(town, raised('a1'), started()).whenReceived(alarm).thenTypes('signal-received'))
  it('raises an alarm from the very end of the test on, before an entry says so', () => {
    const room = given(town, started({ until: 200_000 }))
    room.whenReceived(alarm, 'a1', 199_999).thenTypes('signal-received')
    room.whenReceived(alarm, 'a1', 200_000).thenTypes('signal-received', 'alarm-raised')
  })
  it('raises an alarm while the clock stands before the test by more than a minute', () => {
    const room = given(town, { event: started({ until: 900_000 }), at: 600_000 })
    room.whenReceived(alarm, 'a1', 540_000).thenTypes('signal-received')
    room.whenReceived(alarm, 'a1', 539_999).thenTypes('signal-received', 'alarm-raised')
  })
  it('of another site is none', () =>
    given(town, started())
      .whenReceived(signal('0002'))
      .thenTypes('signal-received', 'alarm-raised'))
})

describe('a test of some zones', () => {
  const room = given(town, started({ zones: ['5', 'A1'] }))
  it('covers them however the panel writes them', () => {
    for (const zone of ['5', '05', '005', 'A1'])
      room.whenReceived(signal('0001', { zone })).thenTypes('signal-received')
  })
  it('covers no other zone, and nothing that names none', () => {
    for (const zone of ['50', '15', 'A2', null])
      room.whenReceived(signal('0001', { zone })).thenTypes('signal-received', 'alarm-raised')
  })
  it('is one of several of a site', () => {
    const both = roomOf(town, started({ zones: ['5'] }), started({ testId: 't2', zones: ['6'] }))
    expect(testCovering(both, 'site-1', '6', 0)?.testId).toBe('t2')
    expect(testCovering(both, 'site-1', '7', 0)).toBeUndefined()
  })
})

describe('tests that are to expire', () => {
  it('are those whose time is over', () => {
    const room = roomOf(
      town,
      started({ until: 500 }),
      started({ testId: 't2', until: 501 }),
      started({ testId: 't3', siteId: 'site-2', until: 400 }),
    )
    expect(testsToExpire(room, 500).map(({ testId }) => testId)).toEqual(['t1', 't3'])
    expect(testsToExpire(emptyRoom, 500)).toEqual([])
  })
})

it('Tests come out of a snapshot as they went in', () => {
  const live = liveRoom(town, started(), started({ testId: 't2', siteId: 'site-2', zones: ['5'] }))
  live.receive(signal('0001'), 100_000)
  live.happen([ended], 101_000, receiver)
  expect(roomFromJson(roomToJson(live.room)).onTest.toJS()).toEqual(live.room.onTest.toJS())
})
