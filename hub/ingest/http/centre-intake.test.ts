import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../node/sha256'
import { systemActor } from '../../../shared/accounts/actor'
import { createMemoryJournal } from '../../../shared/journal/memory-journal'
import { hour } from '../../../shared/lang/instant'
import { site, sites } from '../../../shared/testing/builders'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { openKeeper } from '../../keeper/keeper'
import { createReception } from '../../reception/reception'
import { createCentreIntake } from './centre-intake'

const day = 24 * hour
const happened = 1_790_000_000_000
const log = pino({ level: 'silent' })

async function openIntake() {
  const manual = createManualClock(1_000)
  let shift = 0
  const clock = { ...manual, now: () => manual.now() + shift }
  const registry = new Registry()
  const keeper = await openKeeper({ journal: createMemoryJournal(), clock, sha256 })
  await keeper.record(() => [sites(site('site-1'))], systemActor)
  let ids = 0
  const newId = () => `id-${++ids}`
  const heard: string[] = []
  const reception = createReception({
    keeper,
    clock,
    newId,
    registry,
    log,
    heard: (account) => heard.push(account),
  })
  const intake = createCentreIntake({ reception, keeper, newId, clock, registry, log })
  return {
    heard,
    take: async (code: string, change: Readonly<Record<string, unknown>> = {}) => {
      const items = [
        { id: newId(), account: '0001', table: 'cid', code, qualifier: 'new', ...change },
      ]
      const centre = { id: 'north', name: 'Northern centre' }
      const [result] = await intake.take({ centre, address: '10.0.0.7', key: null, items })
      return result
    },
    later: (ms: number) => {
      shift += ms
    },
    received: async () =>
      (await keeper.read(0, 100)).filter(({ type }) => type === 'signal-received').length,
    async close() {
      reception.stop()
      await keeper.close()
    },
  }
}

let hub: Awaited<ReturnType<typeof openIntake>>
beforeEach(async () => {
  hub = await openIntake()
})
afterEach(() => hub.close())

describe('An id that comes again', () => {
  const burglary = (change: Readonly<Record<string, unknown>> = {}) =>
    hub.take('130', { id: 'n-1', ...change })

  it('stands for another report a day later, though that says the same: a centre that counts anew loses no alarm', async () => {
    const first = await burglary()
    hub.later(day - 1)
    expect(await burglary()).toMatchObject({ result: 'repeated', signalId: first?.signalId })
    hub.later(1)
    const second = await burglary()
    expect(second).toMatchObject({ id: 'n-1', result: 'recorded' })
    expect(await burglary()).toMatchObject({ result: 'repeated', signalId: second?.signalId })
    hub.later(90 * day)
    expect(await burglary()).toMatchObject({ result: 'recorded' })
    expect(await burglary()).toMatchObject({ result: 'repeated' })
    expect(await hub.received()).toBe(3)
  })
  it('stands for another report as well where it stood for two before', async () => {
    await burglary()
    expect(await burglary({ zone: '2' })).toMatchObject({ result: 'recorded', error: 'id-reused' })
    hub.later(day)
    expect(await burglary({ zone: '2' })).toMatchObject({ result: 'recorded' })
    expect(await burglary({ zone: '2' })).toMatchObject({ result: 'repeated' })
    expect(await hub.received()).toBe(3)
  })
  it('stands for the same report however late, where that says when it happened', async () => {
    await burglary({ occurredAt: happened })
    hub.later(90 * day)
    expect(await burglary({ occurredAt: happened })).toMatchObject({ result: 'repeated' })
  })
})

describe('The name of an item', () => {
  it.each(['{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', '2026/11/28-1', 'two words', 'x'.repeat(300)])(
    'costs no alarm, and still makes it take effect once: %s',
    async (id) => {
      const first = await hub.take('130', { id })
      expect(first).toMatchObject({ id, result: 'recorded' })
      expect(await hub.take('130', { id })).toMatchObject({
        id,
        result: 'repeated',
        signalId: first?.signalId,
      })
      expect(await hub.take('130', { id: `${id}.` })).toMatchObject({ result: 'recorded' })
      expect(await hub.received()).toBe(2)
    },
  )
  it('is none where it is empty', async () =>
    expect(await hub.take('130', { id: ' ' })).toMatchObject({ id: null, result: 'refused' }))
})

describe('An item of a centre', () => {
  it.each([
    ['130', 'new'],
    ['602', 'new'],
    ['301', 'new'],
    ['350', 'restore'],
  ])('says that the panel lives: %s %s', async (code, qualifier) => {
    expect(await hub.take(code, { qualifier })).toMatchObject({ result: 'recorded' })
    expect(hub.heard).toEqual(['0001'])
  })
  it.each(['350', '354'])(
    'that tells of a failing line is no word of the panel: %s',
    async (code) => {
      expect(await hub.take(code)).toMatchObject({ result: 'recorded' })
      expect(hub.heard).toEqual([])
    },
  )
  it('that is nested too deeply to be written again is taken, and kept without what is nested', async () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(await hub.take('130', { deep })).toMatchObject({ result: 'recorded' })
  })
})
