import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryBody } from '../shared/journal/chain'
import type { AnyEntry } from '../shared/journal/entry'
import type { JournalHead } from '../shared/journal/journal-port'
import { entriesAfter } from '../shared/testing/journal-contract'
import { type JournalFile, openJournalFile } from './journal-file'
import { type JournalWriter, openJournalWriter } from './journal-writer'
import { openDatabase, storageTrouble } from './sqlite'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-writer-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
let file = ''
let journal: JournalFile
let writer: JournalWriter
beforeEach(() => {
  file = join(folder, `${++files}.db`)
  journal = openJournalFile(file)
})
afterEach(async () => {
  await writer.close()
  journal.close()
})

const append = (entries: readonly AnyEntry[], expected: JournalHead) =>
  writer.append(entries, expected, entries.map(entryBody))
const bulky = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at} ${'x'.repeat(2_000)}`)

describe('The writer of a journal', () => {
  it('stores what the journal then reads, in order, also when asked before it has answered', async () => {
    writer = openJournalWriter({ file })
    const first = entriesAfter(journal.head(), ['a', 'b'])
    const second = entriesAfter(first.at(-1) ?? journal.head(), ['c\0', 'd'])
    const results = await Promise.all([
      append(first, journal.head()),
      append(second, first.at(-1) ?? journal.head()),
    ])
    expect(results).toEqual([{ ok: true }, { ok: true }])
    expect(journal.read(0, 10)).toEqual([...first, ...second])
  })

  it('refuses to append behind an end that is not its own, and says where it ends', async () => {
    writer = openJournalWriter({ file })
    const stale = journal.head()
    await append(entriesAfter(stale, ['a']), stale)
    expect(await append(entriesAfter(stale, ['b']), stale)).toEqual({
      ok: false,
      conflict: journal.head(),
    })
    expect(journal.head().seq).toBe(1)
  })

  it('says in words that the disk is full, stores nothing of it, and goes on when there is room', async () => {
    const other = openDatabase(file)
    other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(900000))')
    writer = openJournalWriter({ file, maxBytes: 1_000_000 })
    const batch = entriesAfter(journal.head(), bulky(100))
    const failure = await append(batch, journal.head()).catch((error: unknown) => error)
    expect(storageTrouble(failure)).toBe('the disk is full')
    expect(storageTrouble(await writer.probe().catch((error: unknown) => error))).toBe(
      'the disk is full',
    )
    expect(journal.head().seq).toBe(0)
    other.exec('DROP TABLE filler')
    other.close()
    await writer.probe()
    expect(await append(batch, journal.head())).toEqual({ ok: true })
  })

  it('saves snapshots', async () => {
    writer = openJournalWriter({ file })
    const batch = entriesAfter(journal.head(), ['a'])
    await append(batch, journal.head())
    const at = batch[0]?.at ?? 0
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
    await expect(append(entriesAfter(journal.head(), ['a']), journal.head())).rejects.toThrow(
      'has ended',
    )
  })

  it('that cannot open its file rejects what is asked of it', async () => {
    writer = openJournalWriter({ file: join(folder, 'no such folder', 'journal.db') })
    await expect(writer.probe()).rejects.toThrow()
  })
})
