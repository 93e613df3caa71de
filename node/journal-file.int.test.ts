import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { entriesAfter } from '../shared/testing/journal-contract'
import { openJournalFile } from './journal-file'
import { openDatabase, storageTrouble } from './sqlite'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-journal-'))
let files = 0
const newFile = () => join(folder, `${++files}.db`)
afterAll(() => rmSync(folder, { recursive: true }))

const bulky = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at} ${'x'.repeat(2_000)}`)
const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** What the layout before 4 did not have. */
const withoutRegisters = 'ALTER TABLE snapshots DROP COLUMN register; DROP TABLE registers;'

describe('A journal file', () => {
  it('holds after reopening what was appended before', () => {
    const file = newFile()
    const before = openJournalFile(file)
    const entries = entriesAfter(before.head(), ['a', 'b'], 'command-1')
    before.append(entries, before.head())
    before.saveSnapshot({ seq: 2, at: 5, hash: 'h', register: null, text: '{"sites":["s"]}' })
    before.close()
    const after = openJournalFile(file)
    expect(after.read(0, 10)).toEqual(entries)
    expect(after.seqOfCause('command-1')).toBe(2)
    expect(after.snapshotAt(2)?.text).toBe('{"sites":["s"]}')
    after.close()
  })

  it('of the first layout is brought to this one, and its snapshots, of unknown rules, are not used', () => {
    const file = newFile()
    const first = openJournalFile(file)
    const entries = entriesAfter(first.head(), ['a', 'b'])
    first.append(entries, first.head())
    first.saveSnapshot({ seq: 1, at: 5, hash: 'h', register: null, text: '{}' })
    first.close()
    const database = openDatabase(file)
    database.exec(
      `${withoutRegisters} ALTER TABLE snapshots DROP COLUMN fold; PRAGMA user_version = 1`,
    )
    database.close()
    const now = openJournalFile(file)
    expect(now.read(0, 10)).toEqual(entries)
    expect(now.snapshotAt(2)).toBeNull()
    now.saveSnapshot({ seq: 2, at: 5, hash: 'h', register: null, text: '{}' })
    expect(now.snapshotAt(2)?.seq).toBe(2)
    now.close()
  })

  it('of the second layout loses its index of instants, and finds instants without it', () => {
    const file = newFile()
    const second = openJournalFile(file)
    const entries = entriesAfter(second.head(), ['a', 'b', 'c'])
    second.append(entries, second.head())
    second.close()
    const database = openDatabase(file)
    database.exec(`${withoutRegisters} CREATE INDEX entries_by_at ON entries (at)`)
    database.exec('PRAGMA user_version = 2')
    database.close()
    const now = openJournalFile(file)
    expect(now.read(0, 10)).toEqual(entries)
    expect(entries.map(({ at }) => now.seqAt(at))).toEqual([1, 2, 3])
    now.close()
    const after = openDatabase(file)
    expect(
      after.prepare("SELECT name FROM sqlite_schema WHERE name = 'entries_by_at'").get(),
    ).toBeUndefined()
    after.close()
  })

  it('stores all of a batch or nothing of it when the disk is full, and says so', () => {
    const journal = openJournalFile(newFile(), { maxBytes: 400_000 })
    journal.append(entriesAfter(journal.head(), bulky(50)), journal.head())
    const before = journal.head()
    const failure = caught(() => journal.append(entriesAfter(before, bulky(500)), before))
    expect(storageTrouble(failure)).toBe('the disk is full')
    expect(journal.head()).toEqual(before)
    expect(journal.read(50, 10)).toEqual([])
    expect(storageTrouble(caught(() => journal.probe()))).toBe('the disk is full')
    journal.close()
  })

  it('goes on where it was once there is room again', () => {
    const file = newFile()
    openJournalFile(file).close()
    const other = openDatabase(file)
    other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(900000))')
    const journal = openJournalFile(file, { maxBytes: 1_000_000 })
    const entries = entriesAfter(journal.head(), bulky(100))
    expect(() => journal.append(entries, journal.head())).toThrow()
    expect(() => journal.probe()).toThrow()
    other.exec('DROP TABLE filler')
    journal.probe()
    expect(journal.append(entries, journal.head())).toEqual({ ok: true })
    other.close()
    journal.close()
  })

  it('cannot be changed by a statement that slipped in', () => {
    const file = newFile()
    const journal = openJournalFile(file)
    journal.append(entriesAfter(journal.head(), ['a']), journal.head())
    const other = openDatabase(file)
    expect(() => other.exec("UPDATE entries SET hash = ''")).toThrow('append-only')
    expect(() => other.exec('DELETE FROM entries')).toThrow('append-only')
    other.close()
    journal.close()
  })

  it('refuses a second writer that appended meanwhile', () => {
    const file = newFile()
    const [one, two] = [openJournalFile(file), openJournalFile(file)]
    const head = one.head()
    const entries = entriesAfter(head, ['a'])
    one.append(entries, head)
    expect(two.append(entriesAfter(head, ['b']), head)).toEqual({ ok: false, conflict: one.head() })
    one.close()
    two.close()
  })

  it('is not opened when it is no database, is a folder, or is of a later layout', () => {
    const junk = newFile()
    writeFileSync(junk, 'not a database at all, but long enough to look at'.repeat(100))
    expect(storageTrouble(caught(() => openJournalFile(junk)))).toBe('the file is not a database')
    const directory = newFile()
    mkdirSync(directory)
    expect(storageTrouble(caught(() => openJournalFile(directory)))).toBe(
      'the database file cannot be opened',
    )
    const later = newFile()
    const database = openDatabase(later)
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(() => openJournalFile(later)).toThrow('written by a newer version')
  })
})
