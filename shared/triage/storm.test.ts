import { describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor'
import { isWaiting, waitingAlarms } from '../alarms/waiting'
import { minute, second } from '../lang/instant'
import {
  acknowledge,
  officer,
  officer2,
  signal,
  site,
  sites,
  supervisor,
} from '../testing/builders'
import { type LiveRoom, liveRoom, night } from '../testing/live-room'
import { bundledAlarms } from './fold'
import type { Bundle } from './ledger'
import { bundlesToEnd, townSites, unbundledFor } from './rules'

const account = (n: number) => n.toString(16).toUpperCase().padStart(4, '0')
const town = (name: string, count: number, from = 1) =>
  Array.from({ length: count }, (_, n) =>
    site(`site-${from + n}`, { account: account(from + n), town: name }),
  )
const qarshi = [sites(...town('Qarshi', 96))]
const mainsFailed = (n: number) =>
  signal(account(n), {
    code: '301',
    class: 'trouble',
    kind: 'power',
    priority: 3,
    meaning: 'Mains failed',
    zone: '0',
    sequence: account(n),
  })
const mainsBack = (n: number) => ({
  ...mainsFailed(n),
  class: 'restore' as const,
  qualifier: 'restore',
  priority: 4 as const,
})
const silent = (n: number) => ({
  ...mainsFailed(n),
  kind: 'communication' as const,
  code: 'SILENT',
  channel: 'hub' as const,
})

/** Mains failures of sites `from` to `to`, one a second. */
function powerCut(live: LiveRoom, to: number, { from = 1, at = night, make = mainsFailed } = {}) {
  for (let n = from; n <= to; n += 1) live.receive(make(n), at + (n - from) * second)
  return live
}
const rows = ({ room }: LiveRoom): readonly Bundle[] =>
  [...room.bundles.values()].sort((a, b) => a.openedSeq - b.openedSeq)
const row = (live: LiveRoom): Bundle => rows(live).at(-1) as Bundle
const queue = ({ room }: LiveRoom) =>
  waitingAlarms(room).map(({ siteId, kind }) => `${siteId} ${kind}`)

describe('mains failures of many sites of a town', () => {
  it('are one row of the ledger that says by which rule, of where, how many and since when', () => {
    const live = powerCut(liveRoom(...qarshi), 96)
    expect(row(live)).toMatchObject({
      rule: 'power-cut',
      kind: 'power',
      place: { type: 'town', town: 'Qarshi' },
      phase: 'open',
      since: night,
      lastAt: night + 95 * second,
      signalCount: 96,
      siteCount: 96,
      restoredCount: 0,
    })
    expect(queue(live)).toEqual([])
    expect(live.room.signalCount).toBe(96)
    expect(live.room.alarms.size).toBe(96)
  })
  it('stay in the queue while they are few', () => {
    const live = powerCut(liveRoom(...qarshi), townSites - 1)
    expect(rows(live)).toEqual([])
    expect(queue(live)).toHaveLength(townSites - 1)
  })
  it('stay in the queue when they come far apart', () => {
    const live = liveRoom(...qarshi)
    for (let n = 1; n <= 40; n += 1) live.receive(mainsFailed(n), night + n * 2 * minute)
    expect(rows(live)).toEqual([])
    expect(queue(live)).toHaveLength(40)
  })
  it('of one site that reports it again and again are no storm', () => {
    const live = liveRoom(...qarshi)
    for (let n = 0; n < 5; n += 1) live.receive(mainsFailed(1), night + n * minute)
    expect(rows(live)).toEqual([])
  })
  it('cost one entry besides the signal once the row is there', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    expect(live.receive(mainsFailed(21), night + minute)).toEqual([
      'signal-received',
      'alarm-raised',
    ])
  })
  it('leave alone what an officer has in hand', () => {
    const live = powerCut(liveRoom(...qarshi), 3)
    live.give(acknowledge('a2'), night + 5 * second)
    powerCut(live, 20, { from: 4, at: night + 10 * second })
    expect(live.room.alarms.get('a2')).toMatchObject({ phase: 'acknowledged' })
    expect(row(live).siteCount).toBe(19)
    live.receive(mainsFailed(2), night + minute)
    expect(row(live).signalCount).toBe(19)
  })
  it('of another town are another row', () => {
    const live = liveRoom(...qarshi, sites(...town('Koson', 20, 101)))
    powerCut(powerCut(live, 20), 120, { from: 101, at: night + minute })
    expect(rows(live).map(({ place, siteCount }) => [place, siteCount])).toEqual([
      [{ type: 'town', town: 'Qarshi' }, 20],
      [{ type: 'town', town: 'Koson' }, 20],
    ])
  })
  it('count what comes to an end, and what fails again', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    for (const n of [1, 2, 3]) live.receive(mainsBack(n), night + minute)
    expect(row(live)).toMatchObject({ signalCount: 23, siteCount: 20, restoredCount: 3 })
    live.receive(mainsFailed(2), night + 2 * minute)
    expect(row(live)).toMatchObject({ signalCount: 24, siteCount: 20, restoredCount: 2 })
  })
})

describe('in the middle of a storm', () => {
  it.each(['hold-up', 'duress', 'panic', 'medical', 'fire', 'gas'] as const)(
    'a signal of %s is offered at once, of whatever priority it is',
    (kind) => {
      const live = powerCut(liveRoom(...qarshi), 30)
      live.receive(signal(account(5), { kind, priority: 1 }), night + minute)
      live.receive(signal(account(50), { kind, priority: 3, class: 'trouble' }), night + minute)
      expect(queue(live).sort()).toEqual([`site-5 ${kind}`, `site-50 ${kind}`])
      expect(row(live).siteCount).toBe(30)
    },
  )
  it('a burglary at a site that is bundled is offered as well', () => {
    const live = powerCut(liveRoom(...qarshi), 30)
    live.receive(signal(account(5)), night + minute)
    expect(queue(live)).toEqual(['site-5 burglary'])
  })
  it('an alarm leaves its row when something graver of the same cause is reported', () => {
    const live = powerCut(liveRoom(...qarshi), 30)
    const graver = { ...mainsFailed(7), code: '302', priority: 2 as const }
    expect(live.receive(graver, night + minute)).toEqual([
      'signal-received',
      'alarm-signal-added',
      'alarm-unfolded',
    ])
    expect(queue(live)).toEqual(['site-7 power'])
    expect(row(live)).toMatchObject({ siteCount: 29, signalCount: 29 })
  })
  it('an alarm taken by hand leaves its row', () => {
    const live = powerCut(liveRoom(...qarshi), 30)
    live.give(acknowledge('a9'), night + minute)
    expect(live.room.alarms.get('a9')).toMatchObject({ phase: 'acknowledged', incidentId: 'i1' })
    expect(live.room.alarms.get('a9')?.bundleId).toBeUndefined()
    expect(row(live)).toMatchObject({ siteCount: 29, signalCount: 29 })
  })
})

describe('unbundling a row', () => {
  const unbundled = () => {
    const live = powerCut(liveRoom(...qarshi), 40)
    live.give({ type: 'unbundle', bundleId: row(live).id }, night + minute)
    return live
  }
  it('puts every alarm of it into the queue, and says who did it', () => {
    const live = unbundled()
    expect(queue(live)).toHaveLength(40)
    expect(row(live)).toMatchObject({
      phase: 'unbundled',
      unbundledBy: 'Officer One',
      siteCount: 40,
      signalCount: 40,
    })
    expect([...live.room.alarms.values()].every(isWaiting)).toBe(true)
  })
  it('keeps the rule from bundling there for half an hour, and nowhere else', () => {
    const live = unbundled()
    powerCut(live, 60, { from: 41, at: night + 2 * minute })
    expect(queue(live)).toHaveLength(60)
    live.happen([sites(...town('Koson', 20, 101))], night + 3 * minute)
    powerCut(live, 120, { from: 101, at: night + 4 * minute })
    expect(queue(live)).toHaveLength(60)
  })
  it('lets a second storm open a row of its own after that', () => {
    const live = unbundled()
    const later = night + minute + unbundledFor
    powerCut(live, 80, { from: 61, at: later })
    expect(rows(live)).toHaveLength(2)
    expect(row(live)).toMatchObject({ phase: 'open', since: later, siteCount: 20 })
    expect(queue(live)).toHaveLength(40)
  })
  it('a second time is agreement, and names who was first to everybody else', () => {
    const live = unbundled()
    const again = (by: Actor) =>
      live.ask({ type: 'unbundle', bundleId: row(live).id }, night + 2 * minute, by)
    expect(again(officer2)).toMatchObject({
      outcome: 'agreed',
      notice: { code: 'bundle-unbundled', params: { by: 'Officer One' } },
    })
    expect(again(officer)).toMatchObject({ outcome: 'agreed', notice: { code: 'done-by-you' } })
  })
  it('of one that is not there is refused', () =>
    expect(liveRoom().ask({ type: 'unbundle', bundleId: 'fold-9' }, night)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'bundle-unknown' },
    }))
})

describe('a row nothing comes to any more', () => {
  const quietRow = () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    const at = night + 20 * second + 30 * minute
    const ended = bundlesToEnd(live.room, at)
    live.happen(
      ended.map(({ id }) => ({ type: 'fold-ended', data: { foldId: id } })),
      at,
    )
    return { live, at }
  }
  it('is not quiet before half an hour has gone by', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    expect(bundlesToEnd(live.room, night + 19 * second + 30 * minute - 1)).toEqual([])
  })
  it('ends, keeps its alarms, and takes no new ones', () => {
    const { live, at } = quietRow()
    expect(row(live)).toMatchObject({ phase: 'ended', endedAt: at, siteCount: 20 })
    live.receive(mainsFailed(50), at + minute)
    expect(queue(live)).toEqual(['site-50 power'])
    live.receive(mainsBack(3), at + 2 * minute)
    expect(row(live)).toMatchObject({ restoredCount: 1, signalCount: 21 })
  })
  it('hides no second failure of its sites, and one of many is a row of its own', () => {
    const { live, at } = quietRow()
    const later = at + 60 * minute
    expect(live.receive(mainsFailed(1), later)).toEqual([
      'signal-received',
      'alarm-unfolded',
      'alarm-signal-added',
    ])
    expect(queue(live)).toEqual(['site-1 power'])
    powerCut(live, townSites, { from: 2, at: later + second })
    expect(queue(live)).toEqual([])
    expect(rows(live)).toMatchObject([
      { phase: 'ended', siteCount: 20 - townSites },
      { phase: 'open', siteCount: townSites, since: later },
    ])
  })
  it('is empty once the last of its alarms was taken by hand', () => {
    const { live, at } = quietRow()
    for (let n = 1; n <= 20; n += 1) live.give(acknowledge(`a${n}`, `i${n}`), at + n)
    expect(row(live)).toMatchObject({ phase: 'emptied', siteCount: 0, signalCount: 0 })
    const closing = {
      type: 'close-bundle',
      bundleId: row(live).id,
      disposition: 'true-alarm',
      remark: '',
    } as const
    expect(live.ask(closing, at)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'bundle-emptied' },
    })
  })
})

describe('closing a row', () => {
  const closing = (live: LiveRoom, remark = '') =>
    ({ type: 'close-bundle', bundleId: row(live).id, disposition: 'true-alarm', remark }) as const
  it('settles all its alarms when every site has reported the end', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    for (let n = 1; n <= 20; n += 1) live.receive(mainsBack(n), night + minute + n)
    live.give(closing(live), night + 2 * minute, supervisor)
    expect(row(live)).toMatchObject({
      phase: 'closed',
      closedBy: 'Supervisor',
      disposition: 'true-alarm',
      signalCount: 40,
      siteCount: 20,
    })
    expect(live.room.alarms.size).toBe(0)
    expect(live.room.openAlarms.size).toBe(0)
  })
  it('needs a reason while a site has not', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    live.receive(mainsBack(1), night + minute)
    expect(live.ask(closing(live), night + 2 * minute)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'bundle-standing', params: { standing: 19, sites: 20 } },
    })
    live.give(closing(live, 'The grid operator works on it until morning'), night + 2 * minute)
    expect(bundledAlarms(live.room, row(live).id)).toEqual([])
  })
  it('is refused when another closed it otherwise, and agreement when it was closed the same way', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    live.give(closing(live, 'Grid'), night + minute)
    expect(live.ask(closing(live), night + 2 * minute)).toMatchObject({ outcome: 'agreed' })
    expect(live.ask({ ...closing(live), disposition: 'test' }, night + 2 * minute)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'bundle-closed' },
    })
  })
  it('lets what comes afterwards be offered, until it is a storm again', () => {
    const live = powerCut(liveRoom(...qarshi), 20)
    live.give(closing(live, 'Grid'), night + minute)
    live.receive(mainsFailed(1), night + 20 * minute)
    expect(queue(live)).toEqual(['site-1 power'])
  })
})

describe('silence of many sites', () => {
  const towns = ['Qarshi', 'Koson', 'Kitob', 'Shahrisabz', 'Muborak']
  const scattered = [sites(...towns.flatMap((name, n) => town(name, 7, n * 10 + 1)))]
  const numbers = towns.flatMap((_, n) => Array.from({ length: 7 }, (__, m) => n * 10 + 1 + m))
  it('in one town is bundled by rule line-loss', () => {
    const live = powerCut(liveRoom(...qarshi), 30, { make: silent })
    expect(row(live)).toMatchObject({ rule: 'line-loss', kind: 'communication', siteCount: 30 })
  })
  it('over many towns, too few in each, is bundled as one of the region', () => {
    const live = liveRoom(...scattered)
    for (const n of numbers) live.receive(silent(n), night + n * second)
    expect(rows(live)).toHaveLength(1)
    expect(row(live)).toMatchObject({ rule: 'line-loss', place: { type: 'region' }, siteCount: 35 })
    expect(queue(live)).toEqual([])
  })
  it('unbundled for the region is left in the queue in each of its towns', () => {
    const live = liveRoom(...scattered, sites(...town('Gʻuzor', 20, 101)))
    for (const n of numbers) live.receive(silent(n), night + n * second)
    live.give({ type: 'unbundle', bundleId: row(live).id }, night + 2 * minute)
    powerCut(live, 120, { from: 101, at: night + 3 * minute, make: silent })
    expect(queue(live)).toHaveLength(55)
  })
})
