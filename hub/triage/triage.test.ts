import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { minute, second } from '../../shared/lang/instant'
import { receiveSignal } from '../../shared/signals/receive'
import { officer, receiver, signal, site, sites } from '../../shared/testing/builders'
import { pretendSha256 } from '../../shared/testing/journal-contract'
import { night } from '../../shared/testing/live-room'
import { createManualClock, type ManualClock } from '../../shared/timeline/manual-clock'
import { longestSession } from '../../shared/triage/load'
import { sessionLength } from '../accounts/session-store'
import { openKeeper } from '../keeper/keeper'
import type { Keeper } from '../keeper/keeper-port'
import { startTriageDuties } from './triage-duties'
import { measureTriage } from './triage-metrics'

let clock: ManualClock
let keeper: Keeper
let registry: Registry
let stop: () => void
let faults: unknown[]
beforeEach(async () => {
  clock = createManualClock(night)
  keeper = await openKeeper({ journal: createMemoryJournal(), clock, sha256: pretendSha256 })
  registry = new Registry()
  faults = []
  const ends = [
    startTriageDuties({ keeper, clock, onFault: (error) => faults.push(error) }),
    measureTriage({ registry, keeper, clock }),
  ]
  stop = () => {
    for (const end of ends) end()
  }
  const all = Array.from({ length: 20 }, (_, n) => site(`site-${n + 1}`))
  await keeper.record(() => [sites(...all)], officer)
  await keeper.record(
    () => [{ type: 'officer-signed-in', data: { sessionId: 'session-1', from: '' } }],
    officer,
  )
})
afterEach(async () => {
  stop()
  await keeper.close()
  expect(faults).toEqual([])
})

async function powerCut(count: number) {
  for (let n = 1; n <= count; n += 1) {
    clock.advance(second)
    const account = String(n).padStart(4, '0')
    const failed = signal(account, {
      signalId: `s${n}`,
      kind: 'power',
      priority: 3,
      class: 'trouble',
      code: '301',
    })
    await keeper.record(
      (room) => receiveSignal(room, failed, { alarmId: `a${n}`, at: clock.now() }),
      receiver,
    )
  }
}
const figure = async (name: string) => {
  const text = await registry.getSingleMetricAsString(`navbatchi_${name}`)
  return text.split('\n').filter((line) => !line.startsWith('#'))
}
const phases = () => [...keeper.durableRoom().bundles.values()].map(({ phase }) => phase)

describe('A row of the ledger', () => {
  it('is ended by the hub when it has been quiet for half an hour', async () => {
    await powerCut(20)
    expect(phases()).toEqual(['open'])
    clock.advance(30 * minute - 10 * second)
    await new Promise((resume) => setImmediate(resume))
    expect(phases()).toEqual(['open'])
    clock.advance(20 * second)
    await expect.poll(phases).toEqual(['ended'])
    expect(await keeper.read(keeper.head().seq - 1, 1)).toMatchObject([
      { type: 'fold-ended', by: { id: 'hub' } },
    ])
  })
})

describe('The figures', () => {
  it('tell what the officers were offered and what was bundled', async () => {
    await powerCut(20)
    expect(await figure('alarms_per_officer_10min')).toEqual([
      'navbatchi_alarms_per_officer_10min 7',
    ])
    expect(await figure('flood')).toEqual(['navbatchi_flood 0'])
    expect(await figure('bundles_open')).toEqual(['navbatchi_bundles_open 1'])
    expect(await figure('bundled_signals_total')).toContain(
      'navbatchi_bundled_signals_total{rule="power-cut"} 20',
    )
  })
  it('tell of a flood, and add up its time', async () => {
    await powerCut(20)
    const [bundle] = keeper.room().bundles.keys()
    const unbundle = { type: 'unbundle', bundleId: bundle ?? '' } as const
    await keeper.command({ commandId: 'c1', command: unbundle, issuedAt: 0 }, officer)
    clock.advance(minute)
    expect(await figure('alarms_per_officer_10min')).toEqual([
      'navbatchi_alarms_per_officer_10min 27',
    ])
    expect(await figure('flood')).toEqual(['navbatchi_flood 1'])
    expect(await figure('flood_seconds_total')).toEqual(['navbatchi_flood_seconds_total 60'])
    expect(await figure('flood_seconds_total')).toEqual(['navbatchi_flood_seconds_total 60'])
  })
  it('count a session for as long as the hub lets it live', () =>
    expect(longestSession).toBe(sessionLength))
})
