import { describe, expect, it } from 'vitest'
import { openJournalFile } from '../../node/journal-file'
import { openDatabase } from '../../node/sqlite'
import { systemActor } from '../../shared/accounts/actor'
import { officer, site, sites } from '../../shared/testing/builders'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { lineDuties } from './line-duties'
import { supervisedHubs } from './supervision-fixture'

const { newFile, running, endAll, open } = supervisedHubs()

/** Fills the disk but for a row or two; gives the room back when called. */
function occupy(file: string): () => void {
  const other = openDatabase(file)
  other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(1_880_000))')
  return () => {
    other.exec('DROP TABLE filler')
    other.close()
  }
}
const storm = () => Array.from({ length: 400 }, () => sites(site('site-9')))

describe('A test whose time is over', () => {
  it('is recorded as expired once, by the hub', async () => {
    const hub = await open({ past: [sites(site('site-1'))] })
    const command = {
      type: 'start-test',
      testId: 't1',
      siteId: 'site-1',
      zones: null,
      minutes: 1,
      reason: 'Work',
    } as const
    await hub.keeper.command({ commandId: 'c1', command, issuedAt: 0 }, officer)
    await hub.pass(59)
    expect(hub.keeper.durableRoom().onTest.size).toBe(1)
    await hub.pass(60)
    expect(hub.keeper.durableRoom().onTest.size).toBe(0)
    expect(await hub.keeper.read(2, 10)).toMatchObject([
      {
        type: 'test-ended',
        by: systemActor,
        data: { testId: 't1', siteId: 'site-1', why: 'expired' },
      },
    ])
  })

  it('is recorded as soon as there is room for it', async () => {
    const file = newFile()
    openJournalFile(file).close()
    const hub = await open({ past: [sites(site('site-1'))], maxBytes: 2_000_000 }, file)
    const command = {
      type: 'start-test',
      testId: 't1',
      siteId: 'site-1',
      zones: null,
      minutes: 1,
      reason: 'Work',
    } as const
    await hub.keeper.command({ commandId: 'c1', command, issuedAt: 0 }, officer)
    const makeRoom = occupy(file)
    await expect(hub.keeper.record(storm, systemActor)).rejects.toThrow('full')
    makeRoom()
    await hub.pass(70)
    expect(hub.keeper.durableRoom().onTest.size).toBe(0)
  })
})

const lineOf = (id: string) => ({ id, name: `Receiver ${id.slice(1)}` })

describe('A receiver line', () => {
  const follow = async (ids: readonly string[] = ['r1'], file = newFile()) => {
    const hub = await open({}, file)
    const clock = createManualClock()
    const duties = lineDuties({
      keeper: hub.keeper,
      clock,
      receiverLines: ids.map(lineOf),
      onFault: () => {},
    })
    running.push(duties)
    await hub.settle()
    const told = async () => (await hub.keeper.read(0, 100)).map(({ type }) => type)
    return { ...hub, clock, duties, told }
  }

  it('is recorded as lost and as restored once each, however often that is told', async () => {
    const { duties, settle, told, keeper } = await follow()
    for (const change of ['restored', 'restored', 'lost', 'lost', 'restored', 'restored'] as const)
      duties.onLine('r1', change, 'no heartbeat for 60 s')
    await settle()
    duties.onLine('r1', 'restored', '')
    await settle()
    expect(await told()).toEqual(['link-restored', 'link-lost', 'link-restored'])
    expect(keeper.durableRoom().receiverLines.get('r1')).toMatchObject({
      name: 'Receiver 1',
      lost: false,
      detail: '',
    })
  })

  it('says why it counts as lost, also when words are many', async () => {
    const { duties, settle, keeper } = await follow()
    duties.onLine('r1', 'lost', 'x'.repeat(500))
    await settle()
    expect(keeper.durableRoom().receiverLines.get('r1')).toMatchObject({ detail: 'x'.repeat(300) })
  })

  it('that was lost and is not configured any more is waited for no longer after a restart', async () => {
    const file = newFile()
    const before = await follow(['r1', 'r2'], file)
    before.duties.onLine('r1', 'lost', 'closed')
    before.duties.onLine('r2', 'lost', 'closed')
    await before.settle()
    await endAll()
    const { keeper } = await follow(['r2'], file)
    expect(
      [...keeper.durableRoom().receiverLines.values()].map(({ linkId, lost }) => [linkId, lost]),
    ).toEqual([
      ['r1', false],
      ['r2', true],
    ])
  })

  it('whose loss could not be stored is recorded when there is room', async () => {
    const file = newFile()
    openJournalFile(file).close()
    const hub = await open({ maxBytes: 2_000_000 }, file)
    const clock = createManualClock()
    const faults: unknown[] = []
    const duties = lineDuties({
      keeper: hub.keeper,
      clock,
      receiverLines: [lineOf('r1')],
      onFault: (error) => faults.push(error),
    })
    running.push(duties)
    const makeRoom = occupy(file)
    const failing = hub.keeper.record(storm, systemActor)
    duties.onLine('r1', 'lost', 'closed')
    await expect(failing).rejects.toThrow('full')
    await hub.settle()
    makeRoom()
    clock.advance(5_000)
    await hub.settle()
    expect([faults.length, hub.keeper.durableRoom().receiverLines.get('r1')?.lost]).toEqual([
      1,
      true,
    ])
  })
})
