import { describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { systemActor } from '../../shared/accounts/actor'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { minute } from '../../shared/lang/instant'
import type { RoomEvent } from '../../shared/room/events'
import { receiveSignals } from '../../shared/signals/receive-signals'
import type { Signal } from '../../shared/signals/signal'
import { officer, raised, receiver, signal, site, sites } from '../../shared/testing/builders'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { followAll } from '../keeper/follow-all'
import { openKeeper } from '../keeper/keeper'
import { followKnown } from '../reception/held-signals'
import { followTests } from './follow-tests'
import { createTestDuties } from './test-duties'

const mains = signal('0001', {
  code: '301',
  class: 'trouble',
  kind: 'power',
  priority: 3,
  zone: null,
})
const mainsBack = signal('0001', { ...mains, class: 'restore', qualifier: 'restore' })
const fire = signal('0001', { code: '110', kind: 'fire', priority: 1, zone: '2', text: 'Hall' })
const started = (testId: string, zones: string[] | null = null): RoomEvent => ({
  type: 'test-started',
  data: { testId, siteId: 'site-1', zones, until: 10 * minute, reason: 'Work' },
})

async function hubOnTest(...past: RoomEvent[]) {
  const clock = createManualClock(1_000)
  let ids = 0
  const newId = () => `id-${++ids}`
  const follow = followAll(followKnown(newId), followTests(newId))
  const keeper = await openKeeper({ journal: createMemoryJournal(), clock, sha256, follow })
  const stop = createTestDuties({
    keeper,
    clock,
    onFault(error) {
      throw error
    },
  })
  await keeper.record(
    () => [sites(site('site-1')), ...(past.length > 0 ? past : [started('t1')])],
    officer,
  )
  return {
    keeper,
    say: (...signals: Signal[]) =>
      Promise.all(
        signals.map((one) => {
          clock.advance(1_000)
          const named = { ...one, signalId: newId() }
          return keeper.record(
            (room) => receiveSignals(room, [named], { at: clock.now(), newId }),
            receiver,
          )
        }),
      ),
    end: (testId = 't1') =>
      keeper.command(
        { commandId: newId(), command: { type: 'end-test', testId }, issuedAt: 0 },
        officer,
      ),
    pass: async (ms: number) => {
      clock.advance(ms)
      // What is still standing is read from the journal before the test ends.
      await new Promise((resume) => setImmediate(resume))
      await keeper.record(() => [], systemActor)
    },
    alarms: () => [...keeper.room().alarms.values()],
    types: async () => (await keeper.read(0, 1_000)).map(({ type }) => type),
    async stop() {
      stop()
      await keeper.close()
    },
  }
}

describe('The end of a test', () => {
  it('raises what still stands, with what the panel said and when it said it', async () => {
    const hub = await hubOnTest()
    await hub.say(mains, fire)
    expect(hub.alarms()).toEqual([])
    await hub.end()
    expect((await hub.types()).slice(-3)).toEqual(['test-ended', 'alarm-raised', 'alarm-raised'])
    expect(hub.alarms()).toMatchObject([
      { kind: 'power', phase: 'raised', signals: [{ code: '301', heldSince: 2_000 }] },
      { kind: 'fire', priority: 1, zone: '2', signals: [{ text: 'Hall', heldSince: 3_000 }] },
    ])
    await hub.stop()
  })
  it('raises it as well when the time is over', async () => {
    const hub = await hubOnTest()
    await hub.say(mains)
    await hub.pass(11 * minute)
    expect((await hub.types()).slice(-2)).toEqual(['test-ended', 'alarm-raised'])
    await hub.stop()
  })
  it('raises nothing that is over, nor what a walk through the building tripped', async () => {
    const hub = await hubOnTest()
    await hub.say(
      mains,
      signal('0001'),
      signal('0001', { kind: 'hold-up', priority: 1 }),
      mainsBack,
    )
    await hub.end()
    expect((await hub.types()).at(-1)).toBe('test-ended')
    await hub.stop()
  })
  it('raises nothing that stands in an open alarm already', async () => {
    const before = raised('a1', 'site-1', { kind: 'power', code: '301', zone: null, priority: 3 })
    const hub = await hubOnTest(before, started('t1'))
    await hub.say(mains)
    await hub.end()
    expect((await hub.types()).at(-1)).toBe('test-ended')
    await hub.stop()
  })
  it('adds to the alarm of that kind which is open', async () => {
    const before = raised('a1', 'site-1', { kind: 'fire', code: '110', zone: '1', priority: 1 })
    const hub = await hubOnTest(before, started('t1'))
    await hub.say(fire)
    await hub.end()
    expect(hub.alarms()).toMatchObject([{ id: 'a1', signalCount: 2 }])
    await hub.stop()
  })
  it('leaves what falls under another test to that', async () => {
    const hub = await hubOnTest(started('t1'), started('t2', ['2']))
    await hub.say(fire, mains)
    await hub.end('t1')
    expect(hub.alarms().map(({ kind }) => kind)).toEqual(['power'])
    await hub.end('t2')
    expect(hub.alarms().map(({ kind }) => kind)).toEqual(['power', 'fire'])
    await hub.stop()
  })
})
