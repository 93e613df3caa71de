import { describe, expect, it } from 'vitest'
import { beaconWanted } from '../alarms/beacon'
import type { Command } from '../room/commands'
import { roomFromJson, roomToJson } from '../room/parts'
import { officer, officer2, signal, site, sites, supervisor, trainer } from '../testing/builders'
import { type LiveRoom, liveRoom } from '../testing/live-room'
import { keptHeldAccounts } from './held-account'
import { heldWaits } from './held-alarm'
import type { Signal } from './signal'

const town = sites(site('site-1', { account: 'A1' }))
const unknown = (change: Partial<Signal> = {}) => signal('F1', change)
const holdUp = { code: '122', kind: 'hold-up', priority: 1, meaning: 'Hold-up', zone: '2' } as const
const take: Command = { type: 'take-account', account: 'F1' }
const setAside: Command = {
  type: 'set-account-aside',
  account: 'F1',
  reason: 'A test of the installer',
}
const alarmOf = ({ room }: LiveRoom) => room.held.get('F1')?.alarm
const waits = ({ room }: LiveRoom) => [...room.held.values()].some(heldWaits)

describe('what an unknown account reports', () => {
  it.each([
    'hold-up',
    'duress',
    'panic',
    'medical',
    'fire',
    'gas',
    'burglary',
    'tamper',
    'unknown',
  ] as const)('waits for an officer and turns the beacon when it is an alarm: %s', (kind) => {
    const live = liveRoom(town)
    live.receive(unknown({ kind, priority: 3, meaning: 'As the panel said' }), 10_000)
    expect(alarmOf(live)).toMatchObject({
      kind,
      meaning: 'As the panel said',
      raisedAt: 10_000,
      taken: null,
    })
    expect(beaconWanted(live.room)).toBe(true)
  })
  it('waits when its code is one nobody knows, since that may be anything', () => {
    const live = liveRoom(town)
    live.receive(unknown({ class: 'unknown', kind: 'unknown', priority: 2 }), 10_000)
    expect(waits(live)).toBe(true)
  })
  it.each(['trouble', 'restore', 'opening', 'closing', 'test', 'status', 'cancel'] as const)(
    'is only held when nobody need hurry for it: %s',
    (kind) => {
      const live = liveRoom(town)
      live.receive(unknown({ class: kind }), 10_000)
      expect(live.room.held.get('F1')).toMatchObject({ count: 1 })
      expect(waits(live) || beaconWanted(live.room)).toBe(false)
    },
  )
  it('is one alarm of the account, led by its gravest signal, since its first', () => {
    const live = liveRoom(town)
    live.receive(unknown(), 10_000)
    live.receive(unknown(holdUp), 20_000)
    live.receive(unknown({ zone: '3' }), 30_000)
    expect(alarmOf(live)).toMatchObject({ ...holdUp, raisedAt: 10_000, signalCount: 3 })
  })
  it('is led by a person under threat, also after a fire as grave', () => {
    const live = liveRoom(town)
    live.receive(unknown({ kind: 'fire', priority: 1, code: '110' }), 10_000)
    live.receive(unknown(holdUp), 20_000)
    live.receive(unknown({ kind: 'fire', priority: 1, code: '111' }), 30_000)
    expect(alarmOf(live)).toMatchObject(holdUp)
  })
  it('still waits when the panel reports it over, and says so', () => {
    const live = liveRoom(town)
    live.receive(unknown(), 10_000)
    live.receive(unknown({ class: 'restore' }), 20_000)
    expect(alarmOf(live)).toMatchObject({ restoredAt: 20_000, taken: null })
  })
  it('comes out of a snapshot as it went in', () => {
    const live = liveRoom(town)
    live.receive(unknown(holdUp), 10_000)
    live.give(take, 20_000)
    const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(live.room))))
    expect(again.held.get('F1')).toEqual(live.room.held.get('F1'))
  })
  it('is not let go for one that reports no alarm when thousands are held', () => {
    const live = liveRoom(town)
    live.receive(unknown(holdUp), 1_000)
    for (let n = 0; n < keptHeldAccounts; n++)
      live.receive(
        signal((0xe0000 + n).toString(16).toUpperCase(), { class: 'test', kind: 'test' }),
        10_000 + n,
      )
    expect(live.room.held.size).toBe(keptHeldAccounts)
    expect(waits(live)).toBe(true)
  })
})

describe('taking what an unknown account reports', () => {
  const reported = () => {
    const live = liveRoom(town)
    live.receive(unknown(), 10_000)
    return live
  }
  it('makes it the officer’s, and darkens the beacon', () => {
    const live = reported()
    expect(live.give(take, 20_000)).toEqual(['account-taken'])
    expect(alarmOf(live)?.taken).toEqual({ id: officer.id, name: officer.name, at: 20_000 })
    expect(beaconWanted(live.room)).toBe(false)
  })
  it('is agreed to when somebody was first, whom it names; to the one who did it, it names nobody', () => {
    const live = reported()
    live.give(take, 20_000)
    expect(live.ask(take, 30_000, officer2)).toMatchObject({
      outcome: 'agreed',
      notice: { code: 'account-already-taken', params: { by: officer.name } },
    })
    expect(live.ask(take, 30_000, { ...officer, desk: 'desk-9' })).toMatchObject({
      notice: { code: 'done-by-you' },
    })
  })
  it('is refused when nothing of the account waits, with the site when it is known by now', () => {
    const live = liveRoom(town)
    expect(live.ask(take, 20_000)).toMatchObject({ refusal: { code: 'account-not-held' } })
    live.receive(unknown(), 30_000)
    live.give({ type: 'attach-account', account: 'F1', siteId: 'site-1' }, 40_000)
    expect(live.ask(take, 50_000)).toMatchObject({
      refusal: { code: 'account-known', params: { site: 'Site site-1' } },
    })
  })
  it('is for officers and supervisors', () => {
    const live = reported()
    expect(live.ask(take, 20_000, trainer)).toMatchObject({ refusal: { code: 'not-your-role' } })
    expect(live.ask(take, 20_000, supervisor)).toMatchObject({ outcome: 'accepted' })
  })
  it('takes a repetition with it, but another cause, a graver one or one that came back waits anew', () => {
    const taken = () => {
      const live = reported()
      live.give(take, 20_000)
      return live
    }
    const waitsOnce = (...signals: Signal[]) => {
      const live = taken()
      for (const [n, one] of signals.entries()) live.receive(one, 30_000 + n)
      return waits(live)
    }
    expect(waitsOnce(unknown())).toBe(false)
    expect(waitsOnce(unknown({ zone: '9' }))).toBe(true)
    expect(waitsOnce(unknown(holdUp))).toBe(true)
    expect(waitsOnce(unknown({ class: 'restore' }), unknown())).toBe(true)
  })
})

describe('setting an unknown account aside', () => {
  it('needs somebody who has it in hand, and a reason that stands in the journal', () => {
    const live = liveRoom(town)
    live.receive(unknown(), 10_000)
    expect(live.ask(setAside, 20_000)).toMatchObject({ refusal: { code: 'account-not-taken' } })
    live.give(take, 20_000)
    expect(live.ask(setAside, 30_000)).toMatchObject({
      events: [
        { type: 'account-set-aside', data: { account: 'F1', reason: 'A test of the installer' } },
      ],
    })
  })
  it('keeps its signals held, and the next alarm waits again', () => {
    const live = liveRoom(town)
    live.receive(unknown(), 10_000)
    live.give(take, 20_000)
    live.give(setAside, 30_000)
    expect(live.room.held.get('F1')).toMatchObject({ count: 1 })
    expect(alarmOf(live)).toBeUndefined()
    live.receive(unknown(), 40_000)
    expect(waits(live)).toBe(true)
  })
})
