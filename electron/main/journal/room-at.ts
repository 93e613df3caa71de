import { sha256 } from '../../../node/sha256'
import type { Journal } from '../../../shared/journal/journal-port'
import { createSnapshotLoader } from '../../../shared/journal/proven-snapshot'
import { emptyRoom } from '../../../shared/room/empty-room'
import { upcast } from '../../../shared/room/events'
import { evolve } from '../../../shared/room/evolve'
import { sameRegister } from '../../../shared/room/parts'
import type { RoomTexts } from '../../../shared/room/parts-text'
import type { WholeRoom } from '../../../shared/room/room'

/** Entries read at a time while folding: bounds the memory, not the span. */
const page = 2_000
/**
 * Folding this many entries takes no longer than reading and verifying a snapshot (a few tenths of
 * a second). A kept room within this distance is used as the starting point.
 */
const reach = 20_000
/**
 * Rooms kept for later questions, one per page folded, so that returning to a part seen before
 * needs only a short fold. They share their unchanged rows, so each costs little.
 */
const keptRooms = 64

/**
 * The room after an entry: the nearest earlier state plus the tail. Rejects on entries that only a
 * newer version knows.
 */
export function createRoomAt(
  journal: Journal,
  texts?: RoomTexts,
): (seq: number) => Promise<WholeRoom> {
  const loadSnapshot = createSnapshotLoader({ journal, sha256, ...(texts && { texts }) })
  let kept: readonly WholeRoom[] = []
  const nearest = async (seq: number): Promise<WholeRoom> => {
    const remembered = kept.reduce(
      (best, room) => (room.seq <= seq && room.seq > best.seq ? room : best),
      emptyRoom,
    )
    // A kept room within reach saves reading a snapshot.
    if (seq - remembered.seq <= reach) return remembered
    const stored = (await loadSnapshot(seq))?.room
    return stored && stored.seq > remembered.seq ? withKnownRegister(stored) : remembered
  }
  /**
   * Each room read from disk has its own register, nearly always the same one. Sharing it saves
   * memory.
   */
  const withKnownRegister = (room: WholeRoom): WholeRoom => {
    const twin = kept.findLast((other) => sameRegister(other, room))
    return twin ? { ...room, sites: twin.sites, accounts: twin.accounts } : room
  }
  const keep = (room: WholeRoom): void => {
    kept = [...kept.filter((other) => other.seq !== room.seq), room].slice(-keptRooms)
  }
  return async (seq) => {
    let room = await nearest(seq)
    while (room.seq < seq) {
      const entries = await journal.read(room.seq, Math.min(page, seq - room.seq))
      if (entries.length === 0) break
      keep(room)
      for (const entry of entries) room = evolve(room, upcast(entry))
    }
    keep(room)
    return room
  }
}
