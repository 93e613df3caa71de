import type { AnyEntry } from '../shared/journal/entry'
import { hashedText } from '../shared/journal/snapshot'
import { emptyRoom } from '../shared/room/empty-room'
import { upcast } from '../shared/room/events'
import { evolve } from '../shared/room/evolve'
import { foldVersion } from '../shared/room/fold-version'
import {
  type RegisterJson,
  registerFromJson,
  roomFromJson,
  type WorkJson,
  workFromJson,
} from '../shared/room/parts'
import type { WholeRoom } from '../shared/room/room'
import type { RoomJson } from '../shared/room/room-json'
import { unpackText } from './journal-file'
import { roomTexts } from './room-texts'
import { sha256 } from './sha256'
import type { Database } from './sqlite'

/** Entries `after < seq <= until`. */
export interface Part {
  readonly after: number
  readonly until: number
}

interface SnapshotRow {
  readonly seq: number
  readonly at: number
  readonly hash: string
  readonly fold: number
  /** Null when the whole room is in the snapshot, as in earlier layouts. */
  readonly register: string | null
}

/**
 * Follows proven entries, in order, and says what is wrong with a snapshot that stands at one of
 * them.
 */
export interface SnapshotProof {
  /** Null when no snapshot stands there, or it holds. */
  follow(entry: AnyEntry): string | null
}

/**
 * Proves the snapshots of a part by folding its entries again: nothing else shows that a snapshot
 * was rewritten together with its hash. It starts from the snapshot at `after`, which the previous
 * part proves. If that one is not of this version's fold, or follows an entry that only a newer
 * version knows, we check only that snapshots are what was written.
 */
export function proveSnapshots(database: Database, part: Part): SnapshotProof {
  const fold = has(database, 'fold') ? 'fold' : '0 AS fold'
  const register = has(database, 'register') ? 'register' : 'NULL AS register'
  const due = database
    .prepare(
      `SELECT seq, at, hash, ${fold}, ${register} FROM snapshots WHERE seq >= ? AND seq <= ? ORDER BY seq`,
    )
    .all(part.after, part.until) as SnapshotRow[]
  const packed = database.prepare('SELECT room FROM snapshots WHERE seq = ?')
  const texts = roomTexts()
  const registerText = createRegisterReader(database)

  /** Its text; null when the text or its register is not what was written. */
  const read = ({ seq, hash, register }: SnapshotRow): string | null => {
    try {
      const text = unpackText((packed.get(seq) as { room: Uint8Array }).room)
      if (sha256(hashedText({ register, text })) !== hash) return null
      return register === null || registerText(register) !== null ? text : null
    } catch {
      return null
    }
  }
  const startOf = (first: SnapshotRow | undefined): WholeRoom | null => {
    if (part.after === 0) return emptyRoom
    const text = first?.fold === foldVersion ? read(first) : null
    if (first === undefined || text === null) return null
    if (first.register === null) return roomFromJson(JSON.parse(text) as RoomJson)
    const register = JSON.parse(registerText(first.register) ?? '') as RegisterJson
    return { ...workFromJson(JSON.parse(text) as WorkJson), ...registerFromJson(register) }
  }
  const isOf = (made: WholeRoom, { register }: SnapshotRow, text: string): boolean =>
    register === null
      ? text === texts.text(made)
      : register === texts.registerAtOnce(made).version && text === [...texts.work(made)].join('')
  const judge = (snapshot: SnapshotRow, entry: AnyEntry): string | null => {
    if (snapshot.at !== entry.at)
      return `the snapshot at entry ${entry.seq} names another instant than its entry`
    const text = read(snapshot)
    if (text === null) return `the snapshot at entry ${entry.seq} is not what was written`
    if (room === null || snapshot.fold !== foldVersion || isOf(room, snapshot, text)) return null
    return `the snapshot at entry ${entry.seq} is not the room its entries make`
  }

  let room = startOf(due[0]?.seq === part.after ? due.shift() : undefined)
  return {
    follow(entry) {
      // Nothing is left to prove after the last snapshot.
      const next = due[0]
      if (next === undefined) return null
      room &&= foldOn(room, entry)
      if (next.seq > entry.seq) return null
      due.shift()
      return judge(next, entry)
    },
  }
}

/**
 * Registers by version, null for one that is not what was written. Nearly all snapshots share one,
 * so the last is kept.
 */
function createRegisterReader(database: Database): (version: string) => string | null {
  let last: { readonly version: string; readonly text: string | null } | null = null
  const read = (version: string): string | null => {
    const stored = database.prepare('SELECT text FROM registers WHERE version = ?').get(version)
    if (stored === undefined) return null
    const text = unpackText((stored as { text: Uint8Array }).text)
    return sha256(text) === version ? text : null
  }
  return (version) => {
    if (last?.version !== version) last = { version, text: read(version) }
    return last.text
  }
}

/**
 * Files of layout 1 have no `fold`, and no snapshot of a known one; before layout 4 none has
 * `register`.
 */
const has = (database: Database, column: string): boolean =>
  database.prepare("SELECT 1 FROM pragma_table_info('snapshots') WHERE name = ?").get(column) !==
  undefined

export function provableSeqs(database: Database): number[] {
  if (!has(database, 'fold')) return []
  const rows = database
    .prepare('SELECT seq FROM snapshots WHERE fold = ? ORDER BY seq')
    .all(foldVersion)
  return (rows as { seq: number }[]).map(({ seq }) => seq)
}

/** Null when this version cannot fold the entry. */
function foldOn(room: WholeRoom, entry: AnyEntry): WholeRoom | null {
  try {
    return evolve(room, upcast(entry))
  } catch {
    return null
  }
}
