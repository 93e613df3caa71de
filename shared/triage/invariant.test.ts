import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlarmKind, Priority } from '../codes/kinds'
import { minute, second } from '../lang/instant'
import type { Command } from '../room/commands'
import { roomFromJson, roomToJson } from '../room/parts'
import type { WholeRoom } from '../room/room'
import { acknowledge, close, signal, site, sites } from '../testing/builders'
import { type LiveRoom, liveRoom, night } from '../testing/live-room'
import { bundledAlarms } from './fold'
import { holdsAlarms } from './ledger'
import { bundlesToEnd, isProtected } from './rules'

const towns = ['Qarshi', 'Koson', 'Kitob', 'Nishon']
const perTown = 12
const account = (n: number) => n.toString(16).toUpperCase().padStart(4, '0')
const register = sites(
  ...towns.flatMap((town, t) =>
    Array.from({ length: perTown }, (_, n) =>
      site(`site-${t * perTown + n}`, { account: account(t * perTown + n), town }),
    ),
  ),
)

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const said = {
  kind: from<AlarmKind>(
    'power',
    'power',
    'power',
    'communication',
    'communication',
    'tamper',
    'burglary',
    'fire',
    'hold-up',
  ),
  priority: from<Priority>(3, 3, 3, 3, 3, 2, 1),
  class: from('trouble' as const, 'trouble' as const, 'alarm' as const, 'restore' as const),
  zone: from('1', '002', null),
  code: from('301', '302'),
}
/** Sites one after the other: what a storm is made of. */
const burst = fc.record({
  does: fc.constant('burst' as const),
  first: fc.nat(47),
  sites: fc.integer({ min: 6, max: 40 }),
  ...said,
})
/** One site again and again. */
const again = fc.record({
  does: fc.constant('again' as const),
  first: fc.nat(47),
  times: fc.integer({ min: 3, max: 10 }),
  ...said,
})
const wait = fc.record({ does: fc.constant('wait' as const), minutes: from(1, 6, 12, 35) })
const answer = fc.record({
  does: from(
    'acknowledge' as const,
    'close' as const,
    'unbundle' as const,
    'close-bundle' as const,
  ),
  which: fc.nat(30),
  remark: from('', 'seen to'),
})
const story = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: burst },
    { weight: 3, arbitrary: again },
    { weight: 2, arbitrary: wait },
    { weight: 4, arbitrary: answer },
  ),
  { minLength: 6, maxLength: 25 },
)
type Happening = typeof story extends fc.Arbitrary<(infer One)[]> ? One : never
type Reported = Extract<Happening, { does: 'burst' | 'again' }>

const reportOf = ({ kind, priority, class: is, zone, code }: Reported, n: number) =>
  signal(account(n % (towns.length * perTown)), { kind, priority, class: is, zone, code })

function commandOf(
  room: WholeRoom,
  { does, which, remark }: Extract<Happening, { which: number }>,
  turn: number,
): Command {
  const pick = (ids: readonly string[]) =>
    [...ids].sort()[which % Math.max(1, ids.length)] ?? 'none'
  const bundleId = pick([...room.bundles.keys()])
  switch (does) {
    case 'acknowledge':
      return acknowledge(
        pick(
          [...room.alarms.values()].filter(({ phase }) => phase === 'raised').map(({ id }) => id),
        ),
        `i${turn}`,
      )
    case 'close':
      return close(pick([...room.openIncidents.values()]))
    case 'unbundle':
      return { type: 'unbundle', bundleId }
    default:
      return { type: 'close-bundle', bundleId, disposition: 'true-alarm', remark }
  }
}

/** Lets it happen; returns how late it is afterwards. */
function happen(
  live: LiveRoom,
  happening: Happening,
  { at, turn }: { at: number; turn: number },
): number {
  switch (happening.does) {
    case 'burst':
      for (let n = 0; n < happening.sites; n += 1)
        live.receive(reportOf(happening, happening.first + n), at + n * 100)
      return at + 5 * second
    case 'again':
      for (let n = 0; n < happening.times; n += 1)
        live.receive(reportOf(happening, happening.first), at + n * second)
      return at + 10 * second
    case 'wait': {
      const later = at + happening.minutes * minute
      const ended = bundlesToEnd(live.room, later).map(
        ({ id }) => ({ type: 'fold-ended', data: { foldId: id } }) as const,
      )
      live.happen(ended, later)
      return later
    }
    default: {
      const decision = live.ask(commandOf(live.room, happening, turn), at)
      if (decision.outcome === 'accepted') live.happen(decision.events, at)
      return at + second
    }
  }
}

function expectSound(room: WholeRoom): void {
  const open = new Set(room.openAlarms.values())
  for (const alarm of room.alarms.values()) {
    if (alarm.phase === 'raised') expect(open.has(alarm.id)).toBe(true)
    if (alarm.bundleId === undefined) continue
    expect(alarm.phase).toBe('raised')
    expect(isProtected(alarm)).toBe(false)
    const bundle = room.bundles.get(alarm.bundleId)
    expect(bundle && holdsAlarms(bundle)).toBe(true)
    expect(bundle?.kind).toBe(alarm.kind)
    expect(alarm.priority).toBeGreaterThanOrEqual(bundle?.priority ?? 5)
  }
  for (const bundle of room.bundles.values()) {
    if (!holdsAlarms(bundle)) continue
    const alarms = bundledAlarms(room, bundle.id)
    expect(bundle.siteCount).toBe(new Set(alarms.map(({ siteId }) => siteId)).size)
    expect(bundle.siteCount).toBe(alarms.length)
    expect(bundle.signalCount).toBe(alarms.reduce((sum, { signalCount }) => sum + signalCount, 0))
    expect(bundle.restoredCount).toBe(alarms.filter(({ restoredAt }) => restoredAt !== null).length)
    if (bundle.phase === 'ended') expect(bundle.siteCount).toBeGreaterThan(0)
  }
}

function expectSameFromJson(room: WholeRoom): void {
  const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
  expect(roomToJson(again)).toEqual(roomToJson(room))
  expect(again.openAlarms.toJS()).toEqual(room.openAlarms.toJS())
  expect(again.bundleAt.toJS()).toEqual(room.bundleAt.toJS())
}

describe('after any night of storms, chatter and answers', () => {
  it('every unanswered alarm is in the queue or in one row that counts it, and nothing protected is in a row', () => {
    let bundled = 0
    fc.assert(
      fc.property(story, (happenings) => {
        const live = liveRoom(register)
        let at = night
        for (const [turn, happening] of happenings.entries()) {
          at = happen(live, happening, { at, turn })
          expectSound(live.room)
        }
        expectSameFromJson(live.room)
        bundled += live.room.bundles.size
      }),
      { numRuns: 60 },
    )
    // Otherwise it would prove nothing.
    expect(bundled).toBeGreaterThan(50)
  })
})
