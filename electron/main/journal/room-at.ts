import { sha256 } from '../../../node/sha256'
import { upcast } from '../../../shared/console/events'
import { evolve } from '../../../shared/console/evolve'
import { emptyRoom, type Room } from '../../../shared/console/room'
import type { Journal } from '../../../shared/journal/journal-port'
import { createSnapshotLoader } from '../../../shared/journal/proven-snapshot'

/** Entries read at a time while folding: bounds the memory, not the span. */
const page = 2_000
/** Rooms kept for the next question. They share their unchanged rows, so each costs little; a snapshot read from disk costs 100 ms. */
const keptRooms = 16

/** The room as it was after an entry: the nearest state at or before it, plus the tail. Throws on entries only a newer version knows. */
export function createRoomAt(journal: Journal): (seq: number) => Room {
  const loadSnapshot = createSnapshotLoader(journal, sha256)
  let kept: readonly Room[] = []
  const nearest = (seq: number): Room => {
    const remembered = kept.reduce((best, room) => (room.seq <= seq && room.seq > best.seq ? room : best), emptyRoom)
    // A remembered room within reach spares the reading of a snapshot.
    if (seq - remembered.seq <= page) return remembered
    const stored = loadSnapshot(seq)?.room
    return stored && stored.seq > remembered.seq ? stored : remembered
  }
  return (seq) => {
    let room = nearest(seq)
    while (room.seq < seq) {
      const entries = journal.read(room.seq, Math.min(page, seq - room.seq))
      if (entries.length === 0) break
      for (const entry of entries) room = evolve(room, upcast(entry))
    }
    kept = [...kept.filter((other) => other.seq !== room.seq), room].slice(-keptRooms)
    return room
  }
}
