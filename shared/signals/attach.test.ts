import { describe, expect, it } from 'vitest'
import type { Command } from '../room/commands'
import type { RoomEvent } from '../room/events'
import { roomFromJson, roomToJson } from '../room/parts'
import { plainLine } from '../sites/site'
import { signal, site, sites } from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { liveRoom } from '../testing/live-room'
import { keptHeld, keptHeldAccounts } from './held-account'
import type { Signal } from './signal'

const town = sites(site('site-1', { account: 'A1' }), site('site-2', { account: 'A2' }))
const attach = (account: string, siteId = 'site-1'): Command => ({
  type: 'attach-account',
  account,
  siteId,
})
const attached = (account: string, siteId = 'site-1', held = 0): RoomEvent => ({
  type: 'account-attached',
  data: { account, siteId, held },
})
const unknown = (account: string, change: Partial<Signal> = {}) =>
  signal(account, { source: '10.0.0.9:4000', ...change })

describe('a signal of an account nobody knows', () => {
  it('is held with when it came, how many there are and what the last one said', () => {
    const live = liveRoom(town)
    live.receive(unknown('F1'), 10_000)
    live.receive(unknown('F1', { code: '110', meaning: 'Fire' }), 20_000)
    expect([...live.room.held.values()]).toEqual([
      {
        account: 'F1',
        count: 2,
        seqs: [2, 3],
        firstAt: 10_000,
        lastAt: 20_000,
        last: { code: '110', meaning: 'Fire' },
        source: '10.0.0.9:4000',
        alarm: expect.objectContaining({ kind: 'burglary', signalCount: 2 }),
      },
    ])
    expect(live.room.alarms.size).toBe(0)
  })
  it('stands in the journal whole, and in the room without what it said', () => {
    const { events } = given(town).whenReceived(unknown('F1'))
    expect(events).toMatchObject([
      { type: 'signal-quarantined', data: { signal: { account: 'F1', code: '130' } } },
    ])
    const live = liveRoom(town)
    live.receive(unknown('F1'), 10_000)
    expect(live.room.quarantine.newest[0]).not.toHaveProperty('signal')
  })
  it('is counted when a thousand are held; the newest are', () => {
    const live = liveRoom(town)
    for (let n = 0; n < keptHeld + 5; n++) live.receive(unknown('F1'), 10_000 + n)
    const row = live.room.held.get('F1')
    expect([row?.count, row?.seqs.length, row?.seqs[0], row?.seqs.at(-1)]).toEqual([
      1_005, 1_000, 7, 1_006,
    ])
  })
  it('takes the place of the account heard longest ago when thousands are held', () => {
    const live = liveRoom(town)
    const account = (n: number) => (0xf0000 + n).toString(16).toUpperCase()
    for (let n = 0; n < keptHeldAccounts; n++) live.receive(unknown(account(n)), 10_000 + n)
    live.receive(unknown(account(0)), 500_000)
    live.receive(unknown('FFFFFF'), 500_001)
    const { held } = live.room
    expect([held.size, held.has(account(0)), held.has(account(1)), held.has('FFFFFF')]).toEqual([
      keptHeldAccounts,
      true,
      false,
      true,
    ])
  })
})

describe('attaching an account', () => {
  it('says to which site, and how much was held of it', () => {
    given(town).when(attach('F1')).thenAccepted(attached('F1'))
    const live = liveRoom(town)
    for (let n = 0; n < 3; n++) live.receive(unknown('F1'), 10_000 + n)
    expect(live.ask(attach('F1'), 20_000)).toMatchObject({ events: [attached('F1', 'site-1', 3)] })
  })
  it('leads its signals to the site from then on, and holds none', () => {
    const live = liveRoom(town)
    live.receive(unknown('F1'), 10_000)
    live.give(attach('F1'), 20_000)
    expect(live.room.held.size).toBe(0)
    expect(live.receive(unknown('F1'), 30_000)).toEqual(['signal-received', 'alarm-raised'])
    expect([...live.room.alarms.values()]).toMatchObject([{ siteId: 'site-1' }])
  })
  it('adds a line that is strict and not supervised, and leaves the others', () => {
    const strict = { ...plainLine('A1'), interval: 30 }
    const room = roomOf(sites(site('site-1', { account: 'A1', lines: [strict] })), attached('F1'))
    expect(room.sites.get('site-1')?.lines).toEqual([strict, plainLine('F1')])
    expect(room.accounts.toObject()).toEqual({ A1: 'site-1', F1: 'site-1' })
  })
  it('comes out of a snapshot as it went in', () => {
    const room = roomOf(town, attached('F1'))
    expect(roomFromJson(roomToJson(room)).accounts.toObject()).toEqual(room.accounts.toObject())
  })
  it('is agreed to when it belongs to the site already', () => {
    given(town)
      .when(attach('A1'))
      .thenAgreed('account-attached', 'Account A1 belongs to Site site-1 already')
    given(town, attached('F1')).when(attach('F1')).thenAgreed('account-attached')
  })
  it('is refused when it belongs to another site', () =>
    given(town)
      .when(attach('A2'))
      .thenRefused('account-taken', 'Account A2 belongs to Site site-2'))
  it('is refused for a site nobody knows', () =>
    given(town).when(attach('F1', 'elsewhere')).thenRefused('site-unknown'))
  it('is refused when the site has sixteen accounts', () => {
    const lines = Array.from({ length: 15 }, (_, n) => plainLine(`B${n}`))
    given(sites(site('site-1', { account: 'A1', lines })))
      .when(attach('F1'))
      .thenRefused('too-many-accounts')
    given(sites(site('site-1', { account: 'A1', lines: lines.slice(1) })))
      .when(attach('F1'))
      .thenTypes('account-attached')
  })
  it('is undone by a register that gives the site its accounts anew', () => {
    const room = roomOf(town, attached('F1'), sites(site('site-1', { account: 'A1' })))
    expect(room.accounts.has('F1')).toBe(false)
  })
})

describe('what was held and takes effect late', () => {
  const heldSince = 100_000
  it('is no part of a test that began after it came', () => {
    const live = liveRoom(town, attached('F1'))
    const test = {
      type: 'start-test',
      testId: 't1',
      siteId: 'site-1',
      zones: null,
      minutes: 30,
      reason: 'Work',
    } as const
    live.give(test, 200_000)
    const holdUp = unknown('F1', { kind: 'hold-up', priority: 1 })
    expect(live.receive({ ...holdUp, heldSince: 250_000 }, 300_000)).toEqual(['signal-received'])
    expect(live.receive({ ...holdUp, heldSince }, 300_000)).toEqual([
      'signal-received',
      'alarm-raised',
    ])
  })
  it('says how the site was then, and not how it is when that is known better', () => {
    const live = liveRoom(town, attached('F1'))
    const closing = { class: 'closing', kind: 'closing', priority: 4 } as const
    const opening = { class: 'opening', kind: 'opening', priority: 4 } as const
    live.receive(unknown('F1', { ...closing, heldSince }), 300_000)
    expect(live.room.arming.get('site-1')).toMatchObject({ armed: true, at: heldSince })
    live.receive(signal('A1', opening), 310_000)
    live.receive(unknown('F1', { ...closing, heldSince: 305_000 }), 320_000)
    expect(live.room.arming.get('site-1')).toMatchObject({ armed: false, at: 310_000 })
  })
})
