import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWaiting } from '../alarms/waiting'
import type { AlarmKind, Priority } from '../codes/kinds'
import { minute, second } from '../lang/instant'
import { testCovering } from '../on-test/tests-of'
import type { Command } from '../room/commands'
import type { Room } from '../room/room'
import { plainLine } from '../sites/site'
import { zoneNumber } from '../sites/zone-of'
import { acknowledge, close, signal, site, sites } from '../testing/builders'
import { type LiveRoom, liveRoom, night } from '../testing/live-room'
import { bundlesToEnd } from '../triage/rules'
import { pathOf } from './path'
import type { Signal } from './signal'

/*
 * After any night: what a panel reported and the hub took is somewhere an officer sees it, and
 * stands until a panel says that it is over.
 */

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const report = fc.record({
  does: fc.constant('report' as const),
  account: from('A1', 'A1', 'A1', 'A1', 'B1', 'F1'),
  source: from('10.0.0.1:5000', '10.0.0.1:5001', '10.0.0.2:5000'),
  class: from(
    'alarm' as const,
    'alarm' as const,
    'trouble' as const,
    'unknown' as const,
    'restore' as const,
    'cancel' as const,
  ),
  kind: from<AlarmKind>('burglary', 'burglary', 'burglary', 'hold-up'),
  priority: from<Priority>(2, 2, 2, 3, 1),
  zone: from('1', '1', '001', '2', null),
  code: from('130', '130', '130', '301', 'AR'),
  user: from(null, null, '5', '7'),
  times: from(1, 1, 4, 8),
})
const order = fc.record({
  does: from(
    ...([
      'acknowledge',
      'acknowledge',
      'acknowledge',
      'close',
      'attach',
      'unbundle',
      'close-bundle',
    ] as const),
    ...(['start-test', 'end-test', 'end-test'] as const),
  ),
  which: fc.nat(20),
})
const move = fc.record({
  does: fc.constant('move' as const),
  account: from('B1', 'F1'),
  to: from('site-1', 'site-2'),
})
const wait = fc.record({
  does: fc.constant('wait' as const),
  ms: from(second, 9 * second, 2 * minute, 15 * minute),
})
const story = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: report },
    { weight: 4, arbitrary: order },
    { weight: 3, arbitrary: wait },
    { weight: 1, arbitrary: move },
  ),
  { minLength: 10, maxLength: 50, size: 'max' },
)
type Happening = typeof story extends fc.Arbitrary<(infer One)[]> ? One : never
type Report = Extract<Happening, { does: 'report' }>

const register = (
  change: { readonly [siteId: string]: readonly string[] } = { 'site-1': ['B1'] },
) =>
  sites(
    ...['site-1', 'site-2'].map((id) =>
      site(id, { account: id.replace('site-', 'A'), lines: (change[id] ?? []).map(plainLine) }),
    ),
  )

function commandOf(
  room: Room,
  { does, which }: Extract<Happening, { which: number }>,
  turn: number,
): Command {
  const pick = (ids: Iterable<string>) => {
    const all = [...ids].sort()
    return all[which % Math.max(1, all.length)] ?? 'none'
  }
  const tests = [...room.onTest.values()].flat()
  switch (does) {
    case 'acknowledge':
      return acknowledge(
        pick([...room.alarms.values()].filter((one) => one.phase === 'raised').map(({ id }) => id)),
        `i${turn}`,
      )
    case 'close':
      return close(pick(room.openIncidents.values()))
    case 'start-test': {
      const zones = which % 2 === 0 ? null : ['001']
      return {
        type: 'start-test',
        testId: `t${turn}`,
        siteId: 'site-1',
        zones,
        minutes: 10,
        reason: 'Work',
      }
    }
    case 'end-test':
      return { type: 'end-test', testId: pick(tests.map(({ testId }) => testId)) }
    case 'attach':
      return { type: 'attach-account', account: pick(room.held.keys()), siteId: 'site-2' }
    case 'unbundle':
      return { type: 'unbundle', bundleId: pick(room.bundles.keys()) }
    default:
      return {
        type: 'close-bundle',
        bundleId: pick(room.bundles.keys()),
        disposition: 'test',
        remark: 'Seen to',
      }
  }
}

/** Where an officer finds a signal that the hub took. */
function expectInSight(room: Room, told: Signal, at: number): void {
  const siteId = room.accounts.get(told.account)
  if (siteId === undefined) {
    expect(room.held.get(told.account)?.seqs).toContain(room.seq)
    return
  }
  const zone = told.zone === null ? '' : zoneNumber(told.zone)
  const lists = [...room.alarms.values()].find(({ signals }) =>
    signals.some(
      (line) =>
        line.signalId === told.signalId ||
        (line.code === told.code &&
          line.receptions.some((one) => one.path === pathOf(told) && one.at === at)),
    ),
  )
  if (lists === undefined) {
    expect(testCovering(room, siteId, told.zone, at)).toBeDefined()
    return
  }
  expect(lists).toMatchObject({ siteId, kind: told.kind })
  expect(lists.phase).not.toBe('closed')
  expect(lists.priority).toBeLessThanOrEqual(told.priority)
  const second = !lists.signals.some(({ signalId }) => signalId === told.signalId)
  const cause = lists.causes.find(
    (one) => one.zone === zone && one.code === told.code && (one.user ?? null) === told.user,
  )
  expect(second || cause?.standing).toBe(true)
  const inHand =
    lists.phase === 'acknowledged' && room.incidents.get(lists.incidentId)?.phase === 'open'
  expect(
    isWaiting(lists) || inHand || room.bundles.get(lists.bundleId ?? '')?.phase === 'open',
  ).toBe(true)
  if (told.priority === 1) expect(lists.bundleId).toBeUndefined()
}

/** Takes a report in, as often as it comes; returns how many signals there were by then. */
function tell(
  live: LiveRoom,
  report: Report,
  { at, told }: { readonly at: number; readonly told: number },
): number {
  const { does: _, times, ...change } = report
  for (let n = 1; n <= times; n += 1) {
    live.receive(signal(change.account, change), at + n * 100)
    if (change.class === 'restore' || change.class === 'cancel') continue
    // A room that is built up as the test's does names signals by their number.
    expectInSight(
      live.room,
      signal(change.account, { ...change, signalId: `s${told + n}` }),
      at + n * 100,
    )
  }
  return told + times
}

/** Lets one thing happen; returns when it was over. */
function happen(
  live: LiveRoom,
  happening: Exclude<Happening, Report>,
  { at, turn }: { at: number; turn: number },
): number {
  if (happening.does === 'wait') {
    const later = at + happening.ms
    const ended = bundlesToEnd(live.room, later).map(
      ({ id }) => ({ type: 'fold-ended', data: { foldId: id } }) as const,
    )
    live.happen(ended, later)
    return later
  }
  if (happening.does === 'move') {
    const other = happening.to === 'site-1' ? 'site-2' : 'site-1'
    live.happen([register({ [happening.to]: [happening.account], [other]: [] })], at)
    return at
  }
  const command = commandOf(live.room, happening, turn)
  if (live.ask(command, at).outcome === 'accepted') live.give(command, at)
  return at
}

describe('What a panel reports', () => {
  it('is in sight of an officer, of its own site and kind, and stands, whatever happened before', () =>
    fc.assert(
      fc.property(story, (happenings) => {
        const live = liveRoom(register())
        let at = night
        let told = 0
        for (const [turn, happening] of happenings.entries()) {
          at += second
          if (happening.does !== 'report') at = happen(live, happening, { at, turn })
          else {
            told = tell(live, happening, { at, told })
            at += happening.times * 100
          }
        }
      }),
      { numRuns: 100 },
    ))
})
