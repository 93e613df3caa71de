import { describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { systemActor } from '../../shared/accounts/actor'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import type { Column } from '../../shared/registry/columns'
import type { SourceRow } from '../../shared/registry/source-row'
import type { RoomEvent } from '../../shared/room/events'
import { receiveSignal } from '../../shared/signals/receive'
import { accountsOf } from '../../shared/sites/site'
import { receiver, signal, site, sites, supervisor } from '../../shared/testing/builders'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openKeeper } from '../keeper/keeper'
import { NotStored } from '../keeper/keeper-port'
import { followKnown } from '../reception/held-signals'
import { importSites } from './import-sites'
import type { RegisterFile } from './register-file'

const noWords = { setAll: () => {}, available: () => null }
const options = { dryRun: false, skipBad: false, by: supervisor }

/** A file whose rows are read, whereupon something else happens before they are recorded. */
function fileOf(
  rows: readonly Partial<Record<Column, string>>[],
  meanwhile: () => Promise<unknown>,
): RegisterFile {
  async function* read(): AsyncGenerator<SourceRow> {
    for (const [at, row] of rows.entries())
      yield { line: at + 2, cells: new Map(Object.entries(row) as [Column, string][]) }
    await meanwhile()
  }
  return {
    read: { format: 'csv', encoding: 'utf-8', separator: 'comma' },
    unknown: new Set(),
    rows: read(),
  }
}

async function keeperWith(...events: RoomEvent[]) {
  let ids = 0
  const keeper = await openKeeper({
    journal: createMemoryJournal(),
    clock: createManualClock(1_000),
    sha256,
    follow: followKnown(() => `id-${++ids}`),
  })
  await keeper.record(() => events, systemActor)
  return keeper
}
const attached = (account: string, siteId: string): RoomEvent => ({
  type: 'account-attached',
  data: { account, siteId, held: 0 },
})
const pictures = { sent: () => new Map<string, string>() }
const bank = site('site-1', { account: '0001', name: 'Bank' })
const shop = site('site-2', { account: '0002', name: 'Shop' })

describe('an import of sites whose panels were connected before', () => {
  it('lets a thousand held signals take effect at once and no more, so that alarms get their turn in between', async () => {
    const keeper = await keeperWith()
    const accounts = Array.from({ length: 5 }, (_, at) => `F00${at}`)
    for (const account of accounts)
      await keeper.record(
        (room) =>
          Array.from({ length: 400 }, (_, n) =>
            signal(account, { signalId: `s-${account}-${n}` }),
          ).flatMap((said) => receiveSignal(room, said, { alarmId: 'a', at: 1_000 })),
        receiver,
      )
    const rows = accounts.map((account) => ({
      account,
      name: account,
      category: 'residential',
      lat: '38.86',
      lon: '65.79',
    }))
    const file = fileOf(rows, async () => {})
    const { recorded } = await importSites(file, options, {
      keeper,
      duressWords: noWords,
      pictures,
    })
    const entries = (await keeper.read(0, 10_000)).filter(({ type }) => type === 'sites-registered')
    const counts = entries.map(({ data }) => (data as { sites: unknown[] }).sites.length)
    expect([recorded, ...counts]).toEqual([5, 2, 2, 1])
    expect(keeper.room().held.size).toBe(0)
    await keeper.close()
  })
})

describe('an import while the register changes', () => {
  it('applies its row to the site as it has become', async () => {
    const keeper = await keeperWith(sites(bank, shop))
    const meanwhile = () => keeper.record(() => [attached('0003', 'site-1')], systemActor)
    const file = fileOf([{ account: '0001', name: 'Bank, new wing' }], meanwhile)
    expect(
      await importSites(file, options, { keeper, duressWords: noWords, pictures }),
    ).toMatchObject({
      recorded: 1,
      bad: [],
    })
    const after = keeper.room().sites.get('site-1')
    expect(after?.name).toBe('Bank, new wing')
    expect(after && accountsOf(after)).toEqual(['0001', '0003'])
    await keeper.close()
  })

  it('refuses a row whose account was given away, and records the rest', async () => {
    const keeper = await keeperWith(sites(bank, shop))
    const meanwhile = () => keeper.record(() => [attached('0003', 'site-2')], systemActor)
    const fresh = {
      account: '0003',
      name: 'Mill',
      category: 'residential',
      lat: '38.86',
      lon: '65.79',
    }
    const moved = { account: '0001', further_accounts: '0003' }
    for (const row of [fresh, moved]) {
      const file = fileOf([row, { account: '0002', town: `Koson ${row.account}` }], meanwhile)
      const report = await importSites(file, options, { keeper, duressWords: noWords, pictures })
      expect(report).toMatchObject({ recorded: 1, counts: { new: 0, changed: 1, bad: 1 } })
      expect(report.bad[0]).toMatchObject({
        line: 2,
        reason: expect.stringContaining('"Shop" (account 0002)'),
      })
      await keeper.record(() => [sites(shop)], systemActor)
    }
    expect(keeper.room().accounts.get('0001')).toBe('site-1')
    await keeper.close()
  })
})

describe('an import that cannot be stored', () => {
  it('ends with what is in the way, whether it is a word or a site', async () => {
    const keeper = await keeperWith(sites(bank))
    const row = { account: '0001', contacts: 'Guard post | Day | 1', duress_words: '1=Lilac' }
    const broken = {
      ...noWords,
      setAll: () => {
        throw new Error('disk full')
      },
    }
    const nothing = async () => {}
    const words = importSites(fileOf([row], nothing), options, {
      keeper,
      duressWords: broken,
      pictures,
    })
    await expect(words).rejects.toThrow(NotStored)
    await keeper.close()
    const sitesNow = importSites(fileOf([row], nothing), options, {
      keeper,
      duressWords: noWords,
      pictures,
    })
    await expect(sitesNow).rejects.toThrow(NotStored)
  })
})
