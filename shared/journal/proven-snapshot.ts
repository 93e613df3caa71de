import { roomFromJson } from '../room/parts'
import type { Room } from '../room/room'
import type { RoomJson } from '../room/room-json'
import { canonical } from './canonical'
import type { Sha256 } from './chain'
import type { Journal, JournalHead } from './journal-port'

/** A room and the journal position it stands at. */
export interface Standing {
  readonly room: Room
  readonly head: JournalHead
}

/** A standing that was read from a snapshot, and the hash of the snapshot itself. */
export interface ProvenSnapshot extends Standing {
  readonly snapshotHash: string
}

/**
 * Makes what loads the newest snapshot at or before an entry that is what was written: one whose
 * hash does not fit, or whose entry the journal does not have, is passed over with a complaint and
 * the next older one is tried. Null when there is none. A snapshot is proven once, since hashing a
 * room of 10 MB takes a tenth of a second.
 */
export function createSnapshotLoader(
  journal: Pick<Journal, 'read' | 'snapshotAt'>,
  sha256: Sha256,
  onFault: (text: string) => void = () => {},
): (seq: number) => ProvenSnapshot | null {
  const proven = new Set<string>()
  return (seq) => {
    let before = seq
    for (;;) {
      const snapshot = journal.snapshotAt(before)
      if (snapshot === null) return null
      const [entry] = journal.read(snapshot.seq - 1, 1)
      const key = `${snapshot.seq} ${snapshot.hash}`
      const holds = proven.has(key) || sha256(canonical(snapshot.room)) === snapshot.hash
      if (holds && entry?.seq === snapshot.seq) {
        proven.add(key)
        const { hash: snapshotHash } = snapshot
        const head = { seq: entry.seq, hash: entry.hash }
        return { room: roomFromJson(snapshot.room as RoomJson), head, snapshotHash }
      }
      onFault(`The snapshot at entry ${snapshot.seq} is not what was written; an older one is used`)
      before = snapshot.seq - 1
    }
  }
}
