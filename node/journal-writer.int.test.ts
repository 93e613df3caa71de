import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryBody } from '../shared/journal/chain'
import type { JournalHead } from '../shared/journal/journal-port'
import type { Written } from '../shared/journal/recorder'
import { entriesAfter } from '../shared/testing/journal-contract'
import { type JournalWriter, openJournalWriter } from './journal-writer'
import { openDatabase, storageTrouble } from './sqlite'
import { openSqliteJournal, type SqliteJournal } from './sqlite-journal'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-writer-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
let file = ''
let journal: SqliteJournal
let writer: JournalWriter
beforeEach(() => {
  file = join(folder, `${++files}.db`)
  journal = openSqliteJournal(file)
})
afterEach(async () => {
  await writer.close()
  journal.close()
})

function written(after: JournalHead, data: readonly unknown[]): Written {
  const entries = entriesAfter(after, data) as unknown as Written['entries']
  return { entries, bodies: entries.map(entryBody) }
}
const bulky = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at} ${'x'.repeat(2_000)}`)

describe('The writer of a journal', () => {
  it('stores what the journal then reads, in order, also when asked before it has answered', async () => {
    writer = openJournalWriter({ file })
    const first = written(journal.head(), ['a', 'b'])
    const second = written(first.entries.at(-1) ?? journal.head(), ['c\0', 'd'])
    const results = await Promise.all([
      writer.append(first, journal.head()),
      writer.append(second, first.entries.at(-1) ?? journal.head()),
    ])
    expect(results).toEqual([{ ok: true }, { ok: true }])
    expect(journal.read(0, 10)).toEqual([...first.entries, ...second.entries])
  })

  it('refuses to append behind an end that is not its own, and says where it ends', async () => {
    writer = openJournalWriter({ file })
    const stale = journal.head()
    await writer.append(written(stale, ['a']), stale)
    expect(await writer.append(written(stale, ['b']), stale)).toEqual({
      ok: false,
      conflict: journal.head(),
    })
    expect(journal.head().seq).toBe(1)
  })

  it('says in words that the disk is full, stores nothing of it, and goes on when there is room', async () => {
    const other = openDatabase(file)
    other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(900000))')
    writer = openJournalWriter({ file, maxBytes: 1_000_000 })
    const batch = written(journal.head(), bulky(100))
    const failure = await writer.append(batch, journal.head()).catch((error: unknown) => error)
    expect(storageTrouble(failure)).toBe('the disk is full')
    expect(storageTrouble(await writer.probe().catch((error: unknown) => error))).toBe(
      'the disk is full',
    )
    expect(journal.head().seq).toBe(0)
    other.exec('DROP TABLE filler')
    other.close()
    await writer.probe()
    expect(await writer.append(batch, journal.head())).toEqual({ ok: true })
  })

  it('saves snapshots', async () => {
    writer = openJournalWriter({ file })
    const batch = written(journal.head(), ['a'])
    await writer.append(batch, journal.head())
    const at = batch.entries[0]?.at ?? 0
    await writer.savePackedSnapshot({
      seq: 1,
      at,
      hash: 'h',
      register: 'v',
      work: deflateRawSync('{}'),
      registerText: deflateRawSync('[]'),
    })
    expect(journal.snapshotAt(1)).toEqual({ seq: 1, at, hash: 'h', register: 'v', text: '{}' })
    expect(journal.registerText('v')).toBe('[]')
  })

  it('rejects what is asked of it once it has ended', async () => {
    writer = openJournalWriter({ file })
    await writer.close()
    await expect(writer.append(written(journal.head(), ['a']), journal.head())).rejects.toThrow(
      'has ended',
    )
  })

  it('that cannot open its file rejects what is asked of it', async () => {
    writer = openJournalWriter({ file: join(folder, 'no such folder', 'journal.db') })
    await expect(writer.probe()).rejects.toThrow()
  })
})
