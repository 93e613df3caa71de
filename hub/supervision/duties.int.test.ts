import { describe, expect, it } from 'vitest'
import { openJournalFile } from '../../node/journal-file'
import { systemActor } from '../../shared/accounts/actor'
import { officer, site, sites } from '../../shared/testing/builders'
import { occupy, storm, supervisedHubs } from './supervision-fixture'

const { newFile, open } = supervisedHubs()

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
