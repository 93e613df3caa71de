import { describe, expect, it } from 'vitest'
import { openJournalFile } from '../../node/journal-file'
import { systemActor } from '../../shared/accounts/actor'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { occupy, storm, supervisedHubs } from '../supervision/supervision-fixture'
import { lineDuties } from './line-duties'

const { newFile, running, endAll, open } = supervisedHubs()

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
