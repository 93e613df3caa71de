import type { AnyEntry } from '../shared/journal/entry'
import { emptyRoom } from '../shared/room/empty-room'
import { upcast } from '../shared/room/events'
import { evolve } from '../shared/room/evolve'
import { foldVersion } from '../shared/room/fold-version'
import { roomFromJson } from '../shared/room/parts'
import type { Room } from '../shared/room/room'
import type { RoomJson } from '../shared/room/room-json'
import { canonicalRoomTexts } from './room-texts'
import { sha256 } from './sha256'
import type { Database } from './sqlite'
import { unpackRoom } from './sqlite-journal'

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
 * Proves the snapshots of a part by folding its entries anew: a snapshot that was rewritten
 * together with its hash shows in nothing else. It starts from the snapshot at `after`, which the
 * part before proves; without one of this version's fold, or behind an entry only a newer version
 * knows, it is asked only whether snapshots are what was written.
 */
export function proveSnapshots(database: Database, part: Part): SnapshotProof {
  const columns = hasFold(database) ? 'seq, at, hash, fold' : 'seq, at, hash, 0 AS fold'
  const due = database
    .prepare(`SELECT ${columns} FROM snapshots WHERE seq >= ? AND seq <= ? ORDER BY seq`)
    .all(part.after, part.until) as SnapshotRow[]
  const packed = database.prepare('SELECT room FROM snapshots WHERE seq = ?')
  const texts = canonicalRoomTexts()

  const read = ({ seq, hash }: SnapshotRow): string | null => {
    try {
      const text = unpackRoom((packed.get(seq) as { room: Uint8Array }).room)
      return sha256(text) === hash ? text : null
    } catch {
      return null
    }
  }
  const startOf = (first: SnapshotRow | undefined): Room | null => {
    if (part.after === 0) return emptyRoom
    const text = first?.fold === foldVersion ? read(first) : null
    return text === null ? null : roomFromJson(JSON.parse(text) as RoomJson)
  }
  const judge = (snapshot: SnapshotRow, entry: AnyEntry): string | null => {
    if (snapshot.at !== entry.at)
      return `the snapshot at entry ${entry.seq} names another instant than its entry`
    const text = read(snapshot)
    if (text === null) return `the snapshot at entry ${entry.seq} is not what was written`
    if (room === null || snapshot.fold !== foldVersion || text === texts.text(room)) return null
    return `the snapshot at entry ${entry.seq} is not the room its entries make`
  }

  let room = startOf(due[0]?.seq === part.after ? due.shift() : undefined)
  return {
    follow(entry) {
      // Behind the last snapshot there is nothing to prove by it.
      const next = due[0]
      if (next === undefined) return null
      room &&= foldOn(room, entry)
      if (next.seq > entry.seq) return null
      due.shift()
      return judge(next, entry)
    },
  }
}

/** Files of layout 1 have no such column, and no snapshot of a known fold. */
const hasFold = (database: Database): boolean =>
  database.prepare("SELECT 1 FROM pragma_table_info('snapshots') WHERE name = 'fold'").get() !==
  undefined

/** Seqs of the snapshots a part may start from. */
export function provableSeqs(database: Database): number[] {
  if (!hasFold(database)) return []
  const rows = database
    .prepare('SELECT seq FROM snapshots WHERE fold = ? ORDER BY seq')
    .all(foldVersion)
  return (rows as { seq: number }[]).map(({ seq }) => seq)
}

/** Null when this version cannot fold the entry. */
function foldOn(room: Room, entry: AnyEntry): Room | null {
  try {
    return evolve(room, upcast(entry))
  } catch {
    return null
  }
}
