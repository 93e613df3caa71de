import { entryBody, entryHash } from '../shared/journal/chain'
import { type AnyEntry, genesisHash } from '../shared/journal/entry'
import { journalLayout } from './journal-file'
import { type Part, provableSeqs, proveSnapshots, type SnapshotProof } from './prove-snapshots'
import { sha256 } from './sha256'
import { type Database, openDatabase, storageTrouble } from './sqlite'

export type Verification =
  | {
      readonly ok: true
      readonly count: number
      readonly lastSeq: number
      readonly lastHash: string
    }
  /**
   * `seq` is the first wrong entry (or the entry of the wrong snapshot); null when the trouble is
   * in none.
   */
  | { readonly ok: false; readonly seq: number | null; readonly reason: string }

interface Row {
  readonly seq: unknown
  readonly at: unknown
  readonly cause: unknown
  readonly body: unknown
  readonly hash: unknown
}

interface Reached {
  readonly seq: number
  readonly at: number
  readonly hash: string
}

/**
 * Entries held at once: bounds memory, and keeps reads short enough for a running hub to tidy its
 * log.
 */
const pageSize = 2_000

const fault = (seq: number | null, reason: string): Verification => ({ ok: false, seq, reason })

/** Up to the end, wherever that is: nothing then counts as missing after the last entry. */
export const journalEnd = Number.MAX_SAFE_INTEGER

/**
 * Proves a journal file from its first entry to its last. Nothing is missing. Every body is exactly
 * what its hash and the previous hash say, in canonical form, and the columns repeat it. Every
 * snapshot is the room that the entries before it make. The file's own structure is sound. It only
 * reads; a hub may be running on the file. No chain can show that the end was cut off: compare
 * `lastHash` with what a console holds.
 */
export function verifyJournal(file: string): Verification {
  return onJournal(file, (database) => {
    const chain = verifyEntries(database, { after: 0, until: journalEnd })
    return chain.ok ? (verifyRest(database) ?? chain) : chain
  })
}

/**
 * Proves one part of the entries and its snapshots. It trusts the hash of the entry at `after`, and
 * the snapshot there. When every part of a journal holds, the whole does, since each part ends with
 * what the next one starts from.
 */
export const verifyPart = (file: string, part: Part): Verification =>
  onJournal(file, (database) => verifyEntries(database, part))

/**
 * Parts of about the same length that can be proven in parallel. They meet at snapshots where
 * possible, so that each has a room to start from.
 */
export function divideJournal(file: string, count: number): readonly Part[] {
  const seqs = onJournal(file, (database) => ({
    last: lastSeq(database),
    provable: provableSeqs(database),
  }))
  if ('ok' in seqs) return [{ after: 0, until: journalEnd }]
  const { last, provable } = seqs
  const ideal = Array.from({ length: count - 1 }, (_, at) => Math.floor((last * (at + 1)) / count))
  const nearest = (wanted: number) =>
    provable.reduce(
      (best, seq) => (Math.abs(seq - wanted) < Math.abs(best - wanted) ? seq : best),
      provable[0] ?? wanted,
    )
  const borders = [...new Set(ideal.map(nearest))].filter((seq) => seq > 0 && seq < last)
  return [...borders, journalEnd].map((until, at) => ({ after: borders[at - 1] ?? 0, until }))
}

/**
 * Proves what lies beyond the entries: no snapshot stands there, and the file's structure is sound.
 * Null when it holds.
 */
export const verifyBeyondEntries = (file: string): Verification | null =>
  onJournal(file, verifyRest)

/** 0 for a journal that is empty or cannot be read. */
export function lastSeqOf(file: string): number {
  const result = onJournal(file, (database) => lastSeq(database))
  return typeof result === 'number' ? result : 0
}

const lastSeq = (database: Database): number =>
  (database.prepare('SELECT max(seq) AS seq FROM entries').get() as { seq: number | null }).seq ?? 0

function onJournal<Result>(
  file: string,
  look: (database: Database) => Result,
): Result | Verification {
  let database: Database
  try {
    database = openDatabase(file, { readOnly: true })
  } catch (error) {
    return fault(null, `${file}: ${storageTrouble(error)}`)
  }
  try {
    return verifyLayout(database) ?? look(database)
  } catch (error) {
    return fault(null, storageTrouble(error))
  } finally {
    database.close()
  }
}

function verifyLayout(database: Database): Verification | null {
  const { user_version: layout } = database.prepare('PRAGMA user_version').get() as {
    user_version: number
  }
  if (layout >= 1 && layout <= journalLayout) return null
  return fault(
    null,
    layout > journalLayout
      ? 'the journal was written by a newer version'
      : 'the file is no journal',
  )
}

const verifyRest = (database: Database): Verification | null =>
  verifyNoneBeyond(database) ?? verifyStructure(database)

const columns = 'SELECT seq, at, cause, body, hash FROM entries'

function verifyEntries(database: Database, part: Part): Verification {
  const { after, until } = part
  const page = database.prepare(`${columns} WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`)
  let place = placeAt(database, after)
  if (place === null) return fault(after, `entry ${after} is missing`)
  const snapshots = proveSnapshots(database, part)
  for (;;) {
    let rows: Row[]
    try {
      rows = page.all(place.seq, until, pageSize) as Row[]
    } catch (error) {
      return narrowDown(database, place, error)
    }
    for (const row of rows) {
      const next = verifyRow(row, place, snapshots)
      if ('ok' in next) return next
      place = next
    }
    if (rows.length === pageSize) continue
    if (until !== journalEnd && place.seq < until)
      return fault(place.seq + 1, `entry ${place.seq + 1} is missing`)
    return { ok: true, count: place.seq - after, lastSeq: place.seq, lastHash: place.hash }
  }
}

function placeAt(database: Database, seq: number): Reached | null {
  if (seq === 0) return { seq: 0, at: 0, hash: genesisHash }
  const row = database.prepare('SELECT seq, at, hash FROM entries WHERE seq = ?').get(seq)
  return (row as Reached | undefined) ?? null
}

/** For a page that cannot be read whole: goes entry by entry up to the damaged one. */
function narrowDown(database: Database, from: Reached, trouble: unknown): Verification {
  const next = database.prepare(`${columns} WHERE seq > ? ORDER BY seq LIMIT 1`)
  let place = from
  for (;;) {
    try {
      const row = next.get(place.seq) as Row | undefined
      if (row === undefined) return fault(place.seq + 1, storageTrouble(trouble))
      const result = verifyRow(row, place)
      if ('ok' in result) return result
      place = result
    } catch (error) {
      return fault(place.seq + 1, `entry ${place.seq + 1} cannot be read: ${storageTrouble(error)}`)
    }
  }
}

/** The place after this row, or what is wrong with it. */
function verifyRow(
  { seq, at, cause, body, hash }: Row,
  before: Reached,
  snapshots?: SnapshotProof,
): Reached | Verification {
  const due = before.seq + 1
  if (seq !== due) return fault(due, `entry ${due} is missing, ${String(seq)} came instead`)
  if (typeof body !== 'string' || typeof hash !== 'string')
    return fault(due, `entry ${due} is not text`)
  if (entryHash(before.hash, body, sha256) !== hash)
    return fault(
      due,
      `entry ${due} is not what was written, or does not follow entry ${before.seq}`,
    )
  // From here on the text is what the writer hashed; the rest checks whether the writer kept the
  // rules.
  const entry = parsed(body)
  if (entry === null || !isCanonical(body, entry))
    return fault(due, `entry ${due} is not in canonical form`)
  if (entry.seq !== seq || entry.at !== at || entry.cause !== cause)
    return fault(due, `the columns of entry ${due} do not say what the entry says`)
  if (entry.at < before.at) return fault(due, `entry ${due} is earlier than the one before`)
  const trouble = snapshots?.follow({ ...entry, hash })
  return trouble ? fault(due, trouble) : { seq: due, at: entry.at, hash }
}

/** The members of an entry's text, in order. */
const members = 'at,by,cause,data,seq,type,v'

/**
 * Whether a text is the one `entryBody` would write. JSON.stringify keeps the order it read, so a
 * text that it gives back, with keys in order, is canonical; this check is several times faster.
 * Any other text is written again and compared.
 */
function isCanonical(body: string, entry: AnyEntry): boolean {
  if (Object.keys(entry).join() === members && JSON.stringify(entry) === body && keysInOrder(entry))
    return true
  return entryBody(entry) === body
}

function keysInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(keysInOrder)
  let before = ''
  for (const key of Object.keys(value)) {
    if (key < before || !keysInOrder((value as Record<string, unknown>)[key])) return false
    before = key
  }
  return true
}

function parsed(body: string): AnyEntry | null {
  try {
    return JSON.parse(body) as AnyEntry | null
  } catch {
    return null
  }
}

function verifyNoneBeyond(database: Database): Verification | null {
  const row = database.prepare('SELECT max(seq) AS seq FROM snapshots').get() as {
    seq: number | null
  }
  if (row.seq === null || row.seq <= lastSeq(database)) return null
  return fault(row.seq, `the snapshot at ${row.seq} is of an entry the journal does not have`)
}

function verifyStructure(database: Database): Verification | null {
  const rows = database.prepare('PRAGMA integrity_check(5)').all() as { integrity_check: string }[]
  const findings = rows.map((row) => row.integrity_check)
  if (findings.length === 1 && findings[0] === 'ok') return null
  return fault(
    null,
    `every entry holds, but the file's structure is damaged: ${findings.join('; ')}`,
  )
}
