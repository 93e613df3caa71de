import { type AnyEntry, genesisHash } from '../../../shared/journal/entry'
import { emptyRoom } from '../../../shared/room/empty-room'
import { upcast } from '../../../shared/room/events'
import { evolve } from '../../../shared/room/evolve'
import type { Room } from '../../../shared/room/room'

/** Which unit's journal the room is made of, and how far. */
export interface Have {
  readonly unit: string
  readonly seq: number
  readonly hash: string
}

export type Folded =
  | { readonly outcome: 'folded'; readonly entries: readonly AnyEntry[] }
  /** Entries in between never came: the room must be brought up to date before it goes on. */
  | { readonly outcome: 'gap'; readonly expected: number; readonly came: number }

/**
 * The room this console shows: the same fold the hub makes. It lives here and not in a window,
 * which may die.
 */
export interface RoomHolder {
  room(): Room
  /** Null while there is nothing worth a tail. */
  have(): Have | null
  replace(room: Room, hash: string): void
  /**
   * Folds what is new and leaves out what it has already. Throws on an entry only a newer version
   * knows.
   */
  fold(entries: readonly AnyEntry[]): Folded
}

export function createRoomHolder(): RoomHolder {
  let room = emptyRoom
  let hash = genesisHash
  return {
    room: () => room,
    have: () => (room.unit && room.seq > 0 ? { unit: room.unit.id, seq: room.seq, hash } : null),
    replace(newRoom, newHash) {
      room = newRoom
      hash = newHash
    },
    fold(entries) {
      const fresh = entries.filter((entry) => entry.seq > room.seq)
      const gap = fresh.find((entry, index) => entry.seq !== room.seq + 1 + index)
      if (gap) return { outcome: 'gap', expected: room.seq + 1, came: gap.seq }
      for (const entry of fresh) {
        room = evolve(room, upcast(entry))
        hash = entry.hash
      }
      return { outcome: 'folded', entries: fresh }
    },
  }
}
