import { describe, expect, it } from 'vitest'
import { systemActor } from '../../shared/accounts/actor'
import {
  type Intent,
  type IntentOf,
  type IntentType,
  intents,
  parseIntent,
} from '../../shared/intents/intents'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { minute } from '../../shared/lang/instant'
import type { RoomEvent } from '../../shared/room/events'
import { signal, site, team } from '../../shared/testing/builders'
import { pretendSha256 } from '../../shared/testing/journal-contract'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openKeeper } from './keeper'
import type { Keeper } from './keeper-port'

const place = { type: 'town', town: 'Qarshi' } as const
/** What the hub then puts an end to. */
const begun: RoomEvent[] = [
  {
    type: 'test-started',
    data: { testId: 't1', siteId: 'site-2', zones: [], until: 1_000 + minute, reason: 'Detector' },
  },
  {
    type: 'fold-opened',
    data: { foldId: 'f1', rule: 'power-cut', kind: 'power', place, priority: 3, since: 1_000 },
  },
]
const signals = [signal('0001'), signal('0001', { signalId: 's-2', code: '110', class: 'alarm' })]

/** One of each, in an order in which each makes something happen. */
const examples: { readonly [Type in IntentType]: IntentOf<Type>['data'] } = {
  'found-unit': {
    unit: { unitId: 'unit-1', name: 'Unit', demo: false, journal: 'aaaaaaaaaa' },
    sites: Array.from({ length: 501 }, (_, at) => site(`site-${at + 1}`, { account: `A${at}` })),
    teams: [team('team-1')],
  },
  'note-snapshot': { seq: 1, hash: '0'.repeat(64) },
  'receive-signals': {
    signals: [signal('A0'), signal('A1', { signalId: 's-2' })],
    alarmIds: ['alarm-1', 'alarm-2'],
  },
  'quarantine-signal': {
    signalId: 'q-1',
    channel: 'dc09-udp',
    source: '10.0.0.7:50412',
    reason: 'bad-crc',
    detail: 'The CRC is wrong',
    frame: '\\x0A',
    account: null,
  },
  'note-repetition': {
    signalId: 's-2',
    channel: 'dc09-tcp',
    source: '10.0.0.7:50413',
    account: 'A1',
    sequence: '0001',
    alarmIds: ['alarm-2'],
  },
  'tell-receiver-lines': {
    states: [
      { type: 'link-lost', data: { linkId: 'r1', name: 'Receiver', detail: 'No heartbeat' } },
      { type: 'link-restored', data: { linkId: 'r2', name: 'Another receiver' } },
    ],
  },
  escalate: {
    due: [{ about: { waits: 'unowned', alarmId: 'alarm-2' }, level: 'second-officer' }],
  },
  'end-expired-tests': {},
  'end-quiet-bundles': {},
  'sign-in': { sessionId: 'session-1', from: '10.0.0.8' },
  'sign-out': { sessionId: 'session-1' },
  'register-users': { users: [{ userId: 'chief', name: 'Chief', role: 'admin' }] },
  'change-password': { userId: 'chief', change: 'own' },
  'change-user-role': { userId: 'chief', role: 'officer', was: 'admin' },
  'disable-user': { userId: 'chief' },
  'enable-user': { userId: 'chief' },
  'register-centre': { centreId: 'north', name: 'North' },
  'change-centre-key': { centreId: 'north' },
  'remove-centre': { centreId: 'north' },
  'change-account-key': { account: 'A1', change: 'set' },
  'show-duress-words': { siteId: 'site-1' },
}

/** What the journal says after all of them were submitted, each on its way as `sent` has it. */
async function journalOf(sent: (intent: Intent) => Intent) {
  const journal = createMemoryJournal()
  const clock = createManualClock(1_000)
  const keeper = await openKeeper({ journal, clock, sha256: pretendSha256 })
  const counts = new Map<string, number>()
  for (const [type, data] of Object.entries(examples)) {
    const intent = sent({ type, data } as Intent)
    counts.set(type, (await keeper.submit(intent, systemActor)).length)
    if (type === 'found-unit') await keeper.record(() => begun, systemActor)
    clock.advance(10 * minute)
  }
  return { entries: await journal.read(0, 1_000), counts }
}

describe('An intent', () => {
  it('makes the same entries when it has been through JSON, whichever it is', async () => {
    const here = await journalOf((intent) => intent)
    const elsewhere = await journalOf((intent) => parseIntent(JSON.parse(JSON.stringify(intent))))
    expect(elsewhere.entries).toEqual(here.entries)
    expect([...here.counts.keys()].toSorted()).toEqual(Object.keys(intents).toSorted())
    expect([...here.counts].filter(([, count]) => count === 0)).toEqual([])
  })

  it('makes the same entries again when it is decided again: the ids are in it', async () => {
    const memory = createMemoryJournal()
    const open = () =>
      openKeeper({ journal: memory, clock: createManualClock(5), sha256: pretendSha256 })
    const [one, other]: [Keeper, Keeper] = [await open(), await open()]
    await one.submit({ type: 'found-unit', data: examples['found-unit'] }, systemActor)
    const taken = { type: 'receive-signals', data: examples['receive-signals'] } as const
    const entries = await other.submit(taken, systemActor)
    expect(
      entries.flatMap(({ type, data }) => (type === 'alarm-raised' ? [data.alarmId] : [])),
    ).toEqual(['alarm-1', 'alarm-2'])
  })

  it('founds no journal a second time', async () => {
    const clock = createManualClock(5)
    const keeper = await openKeeper({
      journal: createMemoryJournal(),
      clock,
      sha256: pretendSha256,
    })
    const found = { type: 'found-unit', data: examples['found-unit'] } as const
    expect(await keeper.submit(found, systemActor)).not.toEqual([])
    expect(await keeper.submit(found, systemActor)).toEqual([])
  })

  it('that nobody knows, or that says something else than it should, is refused', () => {
    expect(() => parseIntent({ type: 'set-the-clock', data: {} })).toThrow('not known')
    expect(() => parseIntent({ type: 'toString', data: {} })).toThrow('not known')
    expect(() => parseIntent({ type: 'sign-in', data: { from: 3 } })).toThrow('sessionId')
    expect(() =>
      parseIntent({ type: 'receive-signals', data: { signals, alarmIds: ['only-one'] } }),
    ).toThrow('one alarm id for each signal')
  })
})
