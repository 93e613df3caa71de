import { describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor'
import { hour, minute, second } from '../lang/instant'
import { officer, officer2, signal, site, sites, supervisor, trainer } from '../testing/builders'
import { type LiveRoom, liveRoom, night } from '../testing/live-room'
import { floodOf, loadOf } from './load-of'

const account = (n: number) => n.toString(16).toUpperCase().padStart(4, '0')
const past = [
  sites(
    ...Array.from({ length: 100 }, (_, n) => site(`site-${n + 1}`, { account: account(n + 1) })),
  ),
]
const signIn = (live: LiveRoom, by: Actor, at: number, sessionId = `session-${by.id}`) =>
  live.happen([{ type: 'officer-signed-in', data: { sessionId, from: '' } }], at, by)
const signOut = (live: LiveRoom, by: Actor, at: number) =>
  live.happen([{ type: 'officer-signed-out', data: { sessionId: `session-${by.id}` } }], at, by)
/** Burglaries at so many sites, ten seconds apart. */
function busy(live: LiveRoom, count: number, at = night, from = 1) {
  for (let n = 0; n < count; n += 1) live.receive(signal(account(from + n)), at + n * 10 * second)
  return live
}
const atDesk = () => {
  const live = liveRoom(...past)
  signIn(live, officer, night - hour)
  return live
}

describe('alarms per officer', () => {
  it('are those of the last ten minutes', () => {
    const live = busy(atDesk(), 6)
    expect(loadOf(live.room, night + minute)).toMatchObject({
      alarmsPerOfficer10min: 6,
      officers: 1,
    })
    expect(loadOf(live.room, night + 10 * minute + 25 * second).alarmsPerOfficer10min).toBe(3)
    expect(loadOf(live.room, night + hour).alarmsPerOfficer10min).toBe(0)
  })
  it('are shared by officers and supervisors, each person once, and by no trainer', () => {
    const live = busy(atDesk(), 6)
    signIn(live, officer2, night + minute)
    signIn(live, officer2, night + minute, 'another-desk')
    signIn(live, supervisor, night + minute)
    signIn(live, trainer, night + minute)
    expect(loadOf(live.room, night + minute)).toMatchObject({
      alarmsPerOfficer10min: 2,
      officers: 3,
    })
    signOut(live, supervisor, night + minute)
    expect(loadOf(live.room, night + minute)).toMatchObject({
      alarmsPerOfficer10min: 3,
      officers: 2,
    })
  })
  it('are counted as those of one while nobody is signed in, and a session of sixteen hours ago is none', () => {
    const live = liveRoom(...past)
    signIn(live, officer, night - 16 * hour)
    expect(loadOf(busy(live, 6).room, night + minute)).toMatchObject({
      alarmsPerOfficer10min: 6,
      officers: 0,
    })
  })
  it('are those that were offered: further signals and bundled ones are not, unbundled ones are', () => {
    const live = atDesk()
    const mains = (n: number) =>
      signal(account(n), { kind: 'power', priority: 3, class: 'trouble', code: '301' })
    for (let n = 1; n <= 50; n += 1) live.receive(mains(n), night + n * second)
    live.receive(mains(1), night + minute)
    expect(loadOf(live.room, night + minute).alarmsPerOfficer10min).toBe(7)
    live.give(
      { type: 'unbundle', bundleId: [...live.room.bundles.keys()][0] ?? '' },
      night + 2 * minute,
    )
    expect(loadOf(live.room, night + 2 * minute).alarmsPerOfficer10min).toBe(57)
  })
})

describe('a flood', () => {
  it('begins with more than ten alarms per officer in ten minutes', () => {
    expect(loadOf(busy(atDesk(), 10).room, night + 2 * minute).inFloodSince).toBeNull()
    expect(loadOf(busy(atDesk(), 11).room, night + 2 * minute).inFloodSince).toBe(
      night + 100 * second,
    )
  })
  it('goes on until fewer than five are left, and its time is added up', () => {
    const live = busy(atDesk(), 20)
    const began = night + 100 * second
    // The sixteenth alarm came 150 s in, and is no longer of the last ten minutes 750 s in: four
    // are left.
    const over = night + 150 * second + 10 * minute
    expect(loadOf(live.room, over - second)).toMatchObject({
      inFloodSince: began,
      floodMs: over - second - began,
    })
    expect(loadOf(live.room, over)).toMatchObject({ inFloodSince: null, floodMs: over - began })
    expect(loadOf(live.room, night + 5 * hour).floodMs).toBe(over - began)
    busy(live, 1, night + 5 * hour, 50)
    expect(loadOf(live.room, night + 5 * hour)).toMatchObject({
      inFloodSince: null,
      floodMs: over - began,
    })
    expect(loadOf(live.room, night + 14 * hour).floodMs).toBe(0)
    expect(floodOf(live.room.load, night + 14 * hour).totalMs).toBe(over - began)
  })
  it('ends when a second officer comes, and begins when one leaves', () => {
    const live = busy(atDesk(), 11)
    signIn(live, officer2, night + 2 * minute)
    signIn(live, supervisor, night + 2 * minute)
    expect(loadOf(live.room, night + 3 * minute)).toMatchObject({
      inFloodSince: null,
      floodMs: 20 * second,
    })
    signOut(live, officer2, night + 4 * minute)
    expect(loadOf(live.room, night + 4 * minute).inFloodSince).toBeNull()
    signOut(live, supervisor, night + 5 * minute)
    expect(loadOf(live.room, night + 5 * minute).inFloodSince).toBe(night + 5 * minute)
  })
})

describe('zones that chatter', () => {
  it('are listed whether they are bundled or in the queue, the busiest first', () => {
    const live = liveRoom(...past)
    for (let n = 0; n < 8; n += 1) live.receive(signal('0001', { zone: '003' }), night + n * second)
    for (let n = 0; n < 12; n += 1)
      live.receive(signal('0002', { kind: 'tamper', priority: 3, zone: '4' }), night + n * second)
    for (let n = 0; n < 4; n += 1) live.receive(signal('0003'), night + n * second)
    const [bundle] = live.room.bundles.keys()
    expect(loadOf(live.room, night + minute).chattering).toEqual([
      { siteId: 'site-2', kind: 'tamper', zone: '4', signals: 12, bundleId: bundle },
      { siteId: 'site-1', kind: 'burglary', zone: '3', signals: 8, bundleId: null },
    ])
  })
})
