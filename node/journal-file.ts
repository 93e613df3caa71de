import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { entryBody } from '../shared/journal/chain'
import { type AnyEntry, genesisHash } from '../shared/journal/entry'
import type { EntryPage, PageRequest } from '../shared/journal/entry-page'
import type { AppendResult, JournalHead, Snapshot } from '../shared/journal/journal-port'
import { sentence } from '../shared/lang/decision'
import { SaidError } from '../shared/lang/said-error'
import { foldVersion } from '../shared/room/fold-version'
import type { RegisterText } from '../shared/room/parts-text'
import { createPageReader } from './page-reader'
import { closeDatabase, type Database, inTransaction, openDatabase } from './sqlite'

/*
 * The journal in one SQLite file:
 *   entries    body is the canonical text that `hash` covers together with the hash before; `seq`,
 *              `at` and `cause` repeat what the body says, for searching. Triggers keep programs
 *              from changing or removing a row.
 *   snapshots  the canonical text of a room's work, deflated, the version of its register, and the
 *              hash of both. Without a version the text is the whole room, as in layouts 1 to 3.
 *              `fold` is the version of the rules it was folded by: one of other rules is not used,
 *              since it shows another room.
 *   registers  the canonical text of a register, deflated (19,000 sites: 10 MB of text), by the
 *              text's own hash.
 *   probe      a place to try whether anything can be stored.
 */
const schema = `
CREATE TABLE IF NOT EXISTS entries (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, cause TEXT, body TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS entries_by_cause ON entries (cause) WHERE cause IS NOT NULL;
DROP INDEX IF EXISTS entries_by_at;
CREATE TRIGGER IF NOT EXISTS entries_unchangeable BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER IF NOT EXISTS entries_undeletable BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE IF NOT EXISTS snapshots (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, hash TEXT NOT NULL, room BLOB NOT NULL, fold INTEGER NOT NULL DEFAULT 0,
  register TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS registers (version TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, filler BLOB) STRICT;
`
/**
 * Version of the file's layout. A file with a later layout is refused; earlier ones are upgraded.
 * Layout 1 had snapshots without `fold`. Layout 2 had an index of instants, which cost every commit
 * a page and which no search needs, since instants never go back. Layout 3 had the whole room in
 * each snapshot.
 */
export const journalLayout = 4
const newFile = 0
const withoutFold = 1

/**
 * Bytes that must fit before the journal counts as able to store again: some hundred signals, so
 * that the state does not flutter.
 */
const probeBytes = 512 * 1024

/**
 * `seq, at, cause, body, hash` of each entry in turn, in one flat list, which travels to another
 * thread in half the time.
 */
export type EntryCells = readonly (string | number | null)[]
const cellsPerEntry = 5

/**
 * The journal's file as SQLite has it: every call does its work before it returns. The port is
 * `openSqliteJournal`; this is for threads and processes that do nothing but serve the file.
 */
export interface JournalFile {
  head(): JournalHead
  append(
    entries: readonly AnyEntry[],
    expected: JournalHead,
    bodies?: readonly string[],
  ): AppendResult
  read(after: number, limit: number): AnyEntry[]
  pick(seqs: readonly number[]): AnyEntry[]
  seqAt(at: number): number
  seqOfCause(commandId: string): number | null
  saveSnapshot(snapshot: Snapshot, register?: RegisterText): void
  snapshotAt(seq: number): Snapshot | null
  registerText(version: string): string | null
  close(): void
  /** Like `append`, with entries as they are stored. */
  appendCells(cells: EntryCells, expected: JournalHead): AppendResult
  /**
   * Writes and removes a block, durably, to tell whether storing would work again. Throws when it
   * is not possible.
   */
  probe(): void
  page(request: PageRequest): EntryPage
  /** Saves a snapshot whose texts are already packed as `packing` says (see snapshot-writer.ts). */
  savePackedSnapshot(snapshot: PackedSnapshot): void
}

export interface PackedSnapshot extends Omit<Snapshot, 'text'> {
  readonly work: Uint8Array
  /** Null when the register is already stored. */
  readonly registerText: Uint8Array | null
}

interface EntryRow {
  readonly body: string
  readonly hash: string
}

/**
 * Opens or creates a journal file. Throws a sentence when the file has a later layout, and SQLite's
 * error when it cannot be opened or written (see `storageTrouble` for its words). `maxBytes` is a
 * quota: an append beyond it fails like one on a full disk.
 */
export function openJournalFile(
  file: string,
  options: { readonly maxBytes?: number } = {},
): JournalFile {
  const database = openDatabase(file, options)
  try {
    prepareLayout(database, file)
    return journalOf(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function prepareLayout(database: Database, file: string): void {
  const { user_version: layout } = database.prepare('PRAGMA user_version').get() as {
    user_version: number
  }
  if (layout > journalLayout)
    throw new SaidError(
      sentence(
        'journal-newer',
        'The journal {file} was written by a newer version. Upgrade this one.',
        { file },
      ),
    )
  // Nothing is written unless it must be: a journal on a full disk must still open, to be read.
  if (layout === journalLayout) return
  const addFold =
    layout === withoutFold
      ? 'ALTER TABLE snapshots ADD COLUMN fold INTEGER NOT NULL DEFAULT 0;'
      : ''
  const addRegister = layout === newFile ? '' : 'ALTER TABLE snapshots ADD COLUMN register TEXT;'
  inTransaction(database, () =>
    database.exec(`${schema} ${addFold} ${addRegister} PRAGMA user_version = ${journalLayout}`),
  )
}

function journalOf(database: Database): JournalFile {
  const last = database.prepare('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1')
  const insert = database.prepare(
    'INSERT INTO entries (seq, at, cause, body, hash) VALUES (?, ?, ?, ?, ?)',
  )
  const page = database.prepare('SELECT body, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?')
  const one = database.prepare('SELECT body, hash FROM entries WHERE seq = ?')
  const instantOf = database.prepare('SELECT at FROM entries WHERE seq = ?')
  const lastOfCause = database.prepare(
    'SELECT seq FROM entries WHERE cause = ? ORDER BY seq DESC LIMIT 1',
  )
  const head = (): JournalHead => {
    const row = last.get() as JournalHead | undefined
    return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: genesisHash }
  }
  const appendCells = (cells: EntryCells, expected: JournalHead): AppendResult =>
    inTransaction(database, () => {
      const now = head()
      if (now.seq !== expected.seq || now.hash !== expected.hash)
        return { ok: false, conflict: now }
      for (let at = 0; at < cells.length; at += cellsPerEntry)
        insert.run(...cells.slice(at, at + cellsPerEntry))
      return { ok: true }
    })
  return {
    head,
    appendCells,
    append: (entries, expected, bodies) => appendCells(cellsOf(entries, bodies), expected),
    read: (after, limit) => (page.all(after, limit) as EntryRow[]).map(entryOf),
    pick: (seqs) =>
      seqs
        .map((seq) => one.get(seq) as EntryRow | undefined)
        .filter((row) => row !== undefined)
        .map(entryOf),
    seqAt: (at) =>
      lastSeqWhere(head().seq, (seq) => (instantOf.get(seq) as { at: number }).at <= at),
    seqOfCause: (commandId) =>
      (lastOfCause.get(commandId) as { seq: number } | undefined)?.seq ?? null,
    ...snapshotsOf(database),
    page: createPageReader(database),
    probe: () => tryToStore(database),
    close: () => closeDatabase(database),
  }
}

/** Entries as they are stored. `bodies` as `Journal.append` takes them. */
export function cellsOf(entries: readonly AnyEntry[], bodies: readonly string[] = []): EntryCells {
  const cells: (string | number | null)[] = []
  for (const [at, entry] of entries.entries())
    cells.push(entry.seq, entry.at, entry.cause, bodies[at] ?? entryBody(entry), entry.hash)
  return cells
}

/**
 * The last seq in 1 … `last` for which `holds` is true, or 0. `holds` is true up to some seq and
 * false from there on.
 */
function lastSeqWhere(last: number, holds: (seq: number) => boolean): number {
  let [low, high] = [0, last]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

const entryOf = ({ body, hash }: EntryRow): AnyEntry => ({
  ...(JSON.parse(body) as Omit<AnyEntry, 'hash'>),
  hash,
})

function snapshotsOf(
  database: Database,
): Pick<JournalFile, 'saveSnapshot' | 'savePackedSnapshot' | 'snapshotAt' | 'registerText'> {
  const save = database.prepare(
    'INSERT OR REPLACE INTO snapshots (seq, at, hash, room, fold, register) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const saveRegister = database.prepare(
    'INSERT OR IGNORE INTO registers (version, text) VALUES (?, ?)',
  )
  const newest = database.prepare(
    'SELECT seq, at, hash, register, room FROM snapshots WHERE seq <= ? AND fold = ? ORDER BY seq DESC LIMIT 1',
  )
  const registerOf = database.prepare('SELECT text FROM registers WHERE version = ?')
  const savePackedSnapshot = (snapshot: PackedSnapshot): void =>
    inTransaction(database, () => {
      const { seq, at, hash, register, work, registerText } = snapshot
      if (register !== null && registerText !== null) saveRegister.run(register, registerText)
      save.run(seq, at, hash, work, foldVersion, register)
    })
  return {
    savePackedSnapshot,
    saveSnapshot({ text, ...snapshot }, register) {
      const registerText = register ? packText(register.pieces.join('')) : null
      savePackedSnapshot({ ...snapshot, work: packText(text), registerText })
    },
    snapshotAt(seq) {
      const row = newest.get(seq, foldVersion) as
        | (Omit<Snapshot, 'text'> & { readonly room: Uint8Array })
        | undefined
      if (row === undefined) return null
      const { at, hash, register, room } = row
      return { seq: row.seq, at, hash, register, text: readText(room) ?? '' }
    },
    registerText(version) {
      const row = registerOf.get(version) as { readonly text: Uint8Array } | undefined
      return row ? readText(row.text) : null
    },
  }
}

/** Null when the bytes are damaged. */
function readText(bytes: Uint8Array): string | null {
  try {
    return unpackText(bytes)
  } catch {
    return null
  }
}

/**
 * How texts are packed: at the fastest level, since they are repetitive enough to shrink tenfold
 * even so.
 */
export const packing = { level: constants.Z_BEST_SPEED } as const

const packText = (text: string): Uint8Array => deflateRawSync(text, packing)

/** Throws when the bytes are damaged. */
export const unpackText = (bytes: Uint8Array): string => inflateRawSync(bytes).toString('utf8')

function tryToStore(database: Database): void {
  // Two commits: the pages must reach the disk once, and are then free for the entries that wait.
  inTransaction(database, () =>
    database.exec(`INSERT INTO probe (filler) VALUES (zeroblob(${probeBytes}))`),
  )
  inTransaction(database, () => database.exec('DELETE FROM probe'))
}
