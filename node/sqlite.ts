import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import { type Refusal, sentence } from '../shared/lang/decision'
import { SaidError, systemSays } from '../shared/lang/said-error'
import type { StorageCode } from '../shared/wire/console-feed'

/*
 * The one place that names the SQLite package. It offers the API of `node:sqlite`, which takes its
 * place once the lowest runtime has it. Traps: rows have a null prototype; a lone object or Date
 * binds NULL without a word, so bind texts, numbers, null and bytes only; a text is cut at a NUL
 * when read, so store JSON (which escapes it) or refuse it.
 */

export type Database = DatabaseSyncInstance
export type Statement = StatementSyncInstance

export interface DatabaseOptions {
  readonly readOnly?: boolean
  /**
   * `full`: a commit survives a power cut. `normal`: it survives the end of the process; for
   * telemetry.
   */
  readonly durability?: 'full' | 'normal'
  /** Quota of the database file, bytes; reaching it is reported like a full disk. */
  readonly maxBytes?: number
}

/**
 * How long a statement waits for another process's lock, ms: long enough for a checkpoint, and too
 * short to look like a hang.
 */
const lockPatience = 1_000

/**
 * Opens a database in WAL mode, and creates it unless read-only. Throws when it cannot be opened or
 * written.
 */
export function openDatabase(
  file: string,
  { readOnly = false, durability = 'full', maxBytes }: DatabaseOptions = {},
) {
  const database = new DatabaseSync(file, { readOnly, timeout: lockPatience })
  try {
    if (readOnly) return database
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`,
    )
    if (maxBytes !== undefined) limitSize(database, maxBytes)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Never sets a limit below the present size: SQLite refuses that, and it would free no space. */
function limitSize(database: Database, maxBytes: number): void {
  const { page_size } = database.prepare('PRAGMA page_size').get() as { page_size: number }
  database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / page_size))}`)
}

/**
 * Runs `work` in one transaction that is durable when this returns; anything it throws undoes all
 * of it.
 */
export function inTransaction<Result>(database: Database, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    undo(database)
    throw error
  }
}

/**
 * After some errors (disk full, I/O) SQLite has already undone everything; then there is nothing to
 * roll back.
 */
function undo(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // No transaction is active any more, which is what we want.
  }
}

/** Moves the write-ahead log into the file, so that the file alone can be copied, then closes. */
export function closeDatabase(database: Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // The disk is full or a reader is in the way: the log stays beside the file and is read with
    // it.
  }
  database.close()
}

/**
 * The SQLite result codes (primary, https://sqlite.org/rescode.html) that people can do something
 * about.
 */
const troubles: ReadonlyMap<number, { readonly code: StorageCode; readonly words: string }> =
  new Map([
    [5, { code: 'database-held', words: 'another program holds the database' }],
    [8, { code: 'read-only', words: 'the place it is stored in is read-only' }],
    [10, { code: 'disk-error', words: 'the disk reports an error' }],
    [11, { code: 'damaged', words: 'the database file is damaged' }],
    [13, { code: 'disk-full', words: 'the disk is full' }],
    [14, { code: 'cannot-open', words: 'the database file cannot be opened' }],
    [26, { code: 'no-database', words: 'the file is not a database' }],
  ])

function resultCode(error: unknown): number | null {
  const code = (error as { readonly errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : null
}

export const isBusy = (error: unknown): boolean => resultCode(error) === 5

/** The file itself is wrong: damaged, or no database. */
export const isDamaged = (error: unknown): boolean => [11, 26].includes(resultCode(error) ?? 0)

export function storageTrouble(error: unknown): string {
  const known = troubles.get(resultCode(error) ?? 0)
  return known?.words ?? (error instanceof Error ? error.message : String(error))
}

/** Finds a trouble's code by its words, for screens that word it themselves. */
export const storageCode = (trouble: string): StorageCode | undefined =>
  [...troubles.values()].find(({ words }) => words === trouble)?.code

/** A trouble in words for people, with its code where it has one. */
export function troubleSaid(trouble: string): Refusal {
  const code = storageCode(trouble)
  return code ? sentence(`trouble-${code}`, trouble) : systemSays(trouble)
}

export const storageSaid = (error: unknown): Refusal =>
  error instanceof SaidError ? error.said : troubleSaid(storageTrouble(error))
