import { describe, expect, it } from 'vitest'
import { systemActor } from '../../shared/accounts/actor'
import { hour } from '../../shared/lang/instant'
import { officer, site, sites } from '../../shared/testing/builders'
import { monday8, supervisedHubs } from './supervision-fixture'

const { newFile, open, end } = supervisedHubs()

/** Open on weekdays from 9 to 18, a quarter of an hour of grace. */
const office = {
  utcOffset: 300,
  grace: 15,
  hours: [1, 2, 3, 4, 5].map((day) => ({ day, open: 9 * 60, close: 18 * 60 })),
}
const bank = site('bank', { account: 'A1', schedule: office })
const past = [sites(bank, site('shop', { account: 'A2' }))]
type Hub = Awaited<ReturnType<typeof open>>
const opening = (hub: Hub) => hub.take('A1', { class: 'opening', kind: 'opening', code: '401' })
const closing = (hub: Hub) => hub.take('A1', { class: 'closing', kind: 'closing', code: '401' })
const meanings = async (hub: Hub) => (await hub.said()).map(({ meaning }) => meaning)
/** A round of looking at all sites, s. */
const round = 31

describe('A site that is not opened in time', () => {
  it('becomes an alarm within half a minute, and its opening ends it at once', async () => {
    const hub = await open({ past })
    await closing(hub)
    await hub.until(9, 14)
    await hub.pass(59)
    expect(hub.missing()).toEqual([])
    await hub.pass(round)
    expect(hub.missing()).toEqual(['A1|LATEOPEN'])
    expect(hub.alarms()).toMatchObject([
      { siteId: 'bank', kind: 'opening', priority: 3, signals: [{ text: 'Expected by 09:15' }] },
    ])
    expect(await hub.metric('navbatchi_late_sites')).toBe('navbatchi_late_sites 1')
    await opening(hub)
    await hub.settle()
    expect(hub.missing()).toEqual([])
    expect(await meanings(hub)).toEqual(['Not opened in time', 'Opened after all'])
    expect(hub.alarms()).toMatchObject([{ restoredAt: expect.any(Number) }])
  })

  it('is opened by a disarming under duress too', async () => {
    const hub = await open({ past })
    await closing(hub)
    await hub.until(9, 20)
    await hub.settle()
    expect(hub.missing()).toEqual(['A1|LATEOPEN'])
    await hub.take('A1', { class: 'alarm', kind: 'duress', priority: 1, code: 'ND', opens: true })
    await hub.settle()
    expect(hub.missing()).toEqual([])
  })

  it('need not be opened any more from its closing time on', async () => {
    const hub = await open({ past })
    await closing(hub)
    await hub.until(17)
    expect(hub.missing()).toEqual(['A1|LATEOPEN'])
    await hub.until(18)
    await hub.pass(round)
    expect(await meanings(hub)).toEqual(['Not opened in time', 'Not opened, and no longer to be'])
    await hub.until(24 + 10)
    expect(hub.missing()).toEqual(['A1|LATEOPEN'])
  })
})

describe('A site that is not closed in time', () => {
  it('is late once in a night, and closing it ends that', async () => {
    const hub = await open({ past })
    await opening(hub)
    await hub.until(18, 16)
    expect(hub.missing()).toEqual(['A1|LATECLOS'])
    await closing(hub)
    await hub.settle()
    expect(hub.missing()).toEqual([])
    await opening(hub)
    await hub.until(24 + 8)
    expect(await meanings(hub)).toEqual(['Not closed in time', 'Closed after all'])
  })

  it('is late each evening anew when it is left open for days', async () => {
    const hub = await open({ past })
    await opening(hub)
    await hub.until(18, 16)
    await hub.until(24 + 10)
    await hub.until(24 + 18, 16)
    expect(await meanings(hub)).toEqual([
      'Not closed in time',
      'Not closed, and no longer to be',
      'Not closed in time',
    ])
    expect(hub.missing()).toEqual(['A1|LATECLOS'])
  })

  it('is not said again after a restart, nor when it is over', async () => {
    const file = newFile()
    const first = await open({ past }, file)
    await opening(first)
    await first.until(18, 16)
    await end(first)
    const second = await open({ startAt: first.now() }, file)
    await second.pass(1_000)
    expect(await second.said()).toHaveLength(1)
    await closing(second)
    await second.settle()
    await opening(second)
    await end(second)
    const third = await open({ startAt: second.now() }, file)
    await third.pass(1_000)
    expect(await third.said()).toHaveLength(2)
  })
})

describe('Nobody is late', () => {
  it('right after a start: what panels reported meanwhile is still on its way', async () => {
    const file = newFile()
    const before = await open({ past }, file)
    await opening(before)
    await end(before)
    const hub = await open({ startAt: monday8 + 11 * hour }, file)
    await hub.pass(599)
    expect(await hub.said()).toEqual([])
    await closing(hub)
    await hub.pass(3_600)
    expect(await hub.said()).toEqual([])
  })

  it('of whom neither opening nor closing was ever heard; the metrics count them', async () => {
    const hub = await open({ past })
    await hub.until(20)
    await hub.until(24 + 10)
    expect(await hub.said()).toEqual([])
    expect(await hub.metric('navbatchi_unheard_schedules')).toBe('navbatchi_unheard_schedules 1')
  })

  it('while on test; who is still open when it ends is late then', async () => {
    const hub = await open({ past })
    await opening(hub)
    await hub.until(18)
    const command = {
      type: 'start-test',
      testId: 't1',
      siteId: 'bank',
      zones: null,
      minutes: 60,
      reason: 'Work',
    } as const
    await hub.keeper.command({ commandId: 'c1', command, issuedAt: 0 }, officer)
    await hub.pass(3_595)
    expect(await hub.said()).toEqual([])
    await hub.pass(40)
    expect(hub.alarms()).toMatchObject([{ kind: 'closing', phase: 'raised' }])
  })
})

describe('A schedule', () => {
  it('that is taken away ends what was late by it, and a new one counts from now on', async () => {
    const hub = await open({ past })
    await opening(hub)
    await hub.until(18, 16)
    const { schedule: _, ...without } = bank
    await hub.keeper.record(() => [sites(without)], systemActor)
    await hub.settle()
    expect(hub.missing()).toEqual([])
    await hub.keeper.record(() => [sites(bank)], systemActor)
    await hub.settle()
    expect(hub.missing()).toEqual(['A1|LATECLOS'])
  })

  it('follows the account of its site', async () => {
    const hub = await open({ past })
    await opening(hub)
    await hub.until(18, 16)
    await hub.keeper.record(() => [sites({ ...bank, account: 'B1' })], systemActor)
    await hub.pass(31)
    expect(hub.missing()).toEqual(['B1|LATECLOS'])
  })
})
