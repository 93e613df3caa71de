import { upcast } from '../../shared/console/events'
import { evolveAll } from '../../shared/console/evolve'
import { emptyRoom, type Room, type RoomJson, roomFromJson } from '../../shared/console/room'
import { canonical } from '../../shared/journal/canonical'
import { chainFault, type Sha256 } from '../../shared/journal/chain'
import { genesisHash } from '../../shared/journal/entry'
import type { Journal, JournalHead } from '../../shared/journal/journal-port'

/** A room and the journal position it stands at. */
export interface Standing {
  readonly room: Room
  readonly head: JournalHead
}

/** Entries folded at once on opening: a bound on memory. */
const pageSize = 1_000

/**
 * The room at the end of a journal: the newest snapshot that is what was written, and the entries after it, whose chain
 * is checked. Throws a sentence when an entry does not hold: going on behind it would bury the damage.
 */
export function openRoom(
  journal: Journal,
  sha256: Sha256,
  onFault: (text: string) => void,
): Standing & { readonly sinceSnapshot: number } {
  let standing = fromSnapshot(journal, sha256, onFault)
  const snapshotSeq = standing.head.seq
  for (;;) {
    const page = journal.read(standing.head.seq, pageSize)
    const fault = chainFault(page, standing.head, sha256)
    if (fault) throw new Error(`The journal is damaged: ${fault.reason}. Check it with "npm run verify".`)
    const last = page.at(-1)
    if (last === undefined) return { ...standing, sinceSnapshot: standing.head.seq - snapshotSeq }
    standing = { room: evolveAll(standing.room, page.map(upcast)), head: { seq: last.seq, hash: last.hash } }
  }
}

function fromSnapshot(journal: Journal, sha256: Sha256, onFault: (text: string) => void): Standing {
  let before = journal.head().seq
  for (;;) {
    const snapshot = journal.snapshotAt(before)
    if (snapshot === null) return { room: emptyRoom, head: { seq: 0, hash: genesisHash } }
    const [entry] = journal.read(snapshot.seq - 1, 1)
    if (entry?.seq === snapshot.seq && sha256(canonical(snapshot.room)) === snapshot.hash)
      return { room: roomFromJson(snapshot.room as RoomJson), head: { seq: entry.seq, hash: entry.hash } }
    onFault(`The snapshot at entry ${snapshot.seq} is not what was written; an older one is used`)
    before = snapshot.seq - 1
  }
}
