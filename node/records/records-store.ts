import { rmSync } from 'node:fs'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Projection, RecordChange } from '../../shared/records/projection'
import type { Cell, TableShape } from '../../shared/records/table'
import { upcast } from '../../shared/room/events'
import { closeDatabase, type Database, inTransaction, isDamaged, openDatabase } from '../sqlite'
import { createPastRows } from './past-rows'
import {
  createTable,
  createTerms,
  dropTable,
  dropTerms,
  preparedOnce,
  quoted,
  still,
} from './table-sql'

/*
 * The records of a journal, in their own file beside it. Whatever is wrong with the file, it is
 * made again: everything in it is in the journal.
 *   projections  how far each has read, the hash of the entry there, and the version that read it
 */
const schema = `
CREATE TABLE IF NOT EXISTS projections (
  name TEXT PRIMARY KEY, version INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;`

/** Version of the file's layout. A file with another version is rebuilt. */
const recordsLayout = 1

export interface RecordsStore {
  /** All records go up to this entry. Some may go further while another is rebuilt. */
  seq(): number
  /**
   * Takes in entries that follow `seq()`. Each projection skips what it has already taken. All of
   * it is stored or nothing: throws when that fails.
   */
  apply(entries: readonly AnyEntry[]): void
  close(): void
}

export interface RecordsParts {
  readonly file: string
  readonly projections: readonly Projection[]
  /**
   * The hash of a journal entry; null when there is no such entry. Records of another journal are
   * dropped.
   */
  readonly hashOf: (seq: number) => string | null
}

/**
 * Opens or creates a journal's records; `anew` rebuilds them from nothing. Throws when the file
 * cannot be written.
 */
export function openRecordsStore(parts: RecordsParts, anew = false): RecordsStore {
  if (anew) removeRecords(parts.file)
  try {
    return open(parts)
  } catch (error) {
    if (!isDamaged(error) && !(error instanceof OtherLayout)) throw error
    // There is nothing in the file that the journal does not say.
    removeRecords(parts.file)
    return open(parts)
  }
}

class OtherLayout extends Error {}

function removeRecords(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}

function open({ file, projections, hashOf }: RecordsParts): RecordsStore {
  const database = openDatabase(file, { durability: 'normal' })
  try {
    checkLayout(database)
    database.exec('PRAGMA cache_size = -32000')
    inTransaction(database, () => prepare(database, projections, hashOf))
    return storeOf(database, projections)
  } catch (error) {
    database.close()
    throw error
  }
}

function checkLayout(database: Database): void {
  const { user_version: layout } = database.prepare('PRAGMA user_version').get() as {
    user_version: number
  }
  if (layout !== 0 && layout !== recordsLayout)
    throw new OtherLayout('These records are of another layout')
}

interface Progress {
  readonly name: string
  readonly version: number
  readonly seq: number
  readonly hash: string
}

/** A projection that is new, was changed or has read another journal starts from nothing. */
function prepare(
  database: Database,
  projections: readonly Projection[],
  hashOf: RecordsParts['hashOf'],
): void {
  database.exec(`${schema} PRAGMA user_version = ${recordsLayout}`)
  const stored = database.prepare('SELECT * FROM projections').all() as Progress[]
  const start = database.prepare('INSERT OR REPLACE INTO projections VALUES (?, ?, 0, ?)')
  for (const { name, version, tables, givesTerms } of projections) {
    const before = stored.find((progress) => progress.name === name)
    const holds =
      before?.version === version && (before.seq === 0 || hashOf(before.seq) === before.hash)
    if (holds) continue
    for (const table of tables) database.exec(`${dropTable(table)} ${createTable(table)}`)
    if (givesTerms) database.exec(`${dropTerms} ${createTerms}`)
    start.run(name, version, '')
  }
}

function storeOf(database: Database, projections: readonly Projection[]): RecordsStore {
  const past = createPastRows(database)
  const write = createWriter(database)
  const progress = database.prepare('SELECT seq FROM projections WHERE name = ?')
  const advance = database.prepare('UPDATE projections SET seq = ?, hash = ? WHERE name = ?')
  const goes = new Map(
    projections.map(({ name }) => [name, (progress.get(name) as { seq: number }).seq]),
  )
  const seq = () => Math.min(...goes.values())
  return {
    seq,
    apply(entries) {
      const last = entries.at(-1)
      if (!last) return
      const behind = projections.filter(({ name }) => (goes.get(name) ?? 0) < last.seq)
      inTransaction(database, () => {
        for (const entry of entries) {
          const known = upcast(entry)
          for (const projection of behind) {
            if ((goes.get(projection.name) ?? 0) >= entry.seq) continue
            for (const change of projection.project(known, past)) write(change, entry.seq)
          }
        }
        for (const { name } of behind) advance.run(last.seq, last.hash, name)
      })
      for (const { name } of behind) goes.set(name, last.seq)
    },
    close: () => closeDatabase(database),
  }
}

function createWriter(database: Database): (change: RecordChange, seq: number) => void {
  const prepared = preparedOnce(database)
  const statements = new Map<TableShape, ReturnType<typeof statementsOf>>()
  const statementsOf = ({ name, columns, key }: TableShape) => ({
    end: prepared(
      `UPDATE ${quoted(name)} SET toSeq = ? WHERE ${quoted(key)} = ? AND toSeq = ${still}`,
    ),
    // An entry may change a row twice. The final row is the version.
    add: prepared(
      `INSERT OR REPLACE INTO ${quoted(name)} VALUES (${'?, '.repeat(columns.length)}?, ${still})`,
    ),
  })
  return (change, seq) => {
    if ('terms' in change)
      return void prepared('INSERT INTO terms (rowid, words) VALUES (?, ?)').run(seq, change.terms)
    const { table, row } = change
    const { end, add } = statements.get(table) ?? statementsOf(table)
    statements.set(table, { end, add })
    end.run(seq, row[table.key] ?? null)
    add.run(...table.columns.map((column): Cell => row[column] ?? null), seq)
  }
}
