import { roomTexts } from '../../../node/room-texts'
import { sha256 } from '../../../node/sha256'
import { type AnyEntry, genesisHash } from '../../../shared/journal/entry'
import { emptyRoom } from '../../../shared/room/empty-room'
import { upcast } from '../../../shared/room/events'
import { evolve, evolveAll } from '../../../shared/room/evolve'
import {
  type Register,
  type RegisterJson,
  registerFromJson,
  type TextParts,
  workFromJson,
} from '../../../shared/room/parts'
import type { RoomTexts } from '../../../shared/room/parts-text'
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
  /** The version of the register that is here, so that it need not come again. */
  registerVersion(): string
  /**
   * `hash` is that of the parts' entry, `tail` what follows it. Throws when the register did not
   * come and is another than the one here, when it is not what its version says, and on an entry
   * only a newer version knows; the room is then the one before.
   */
  replace(parts: TextParts, hash: string, tail?: readonly AnyEntry[]): void
  /**
   * Folds what is new and leaves out what it has already. Throws on an entry only a newer version
   * knows.
   */
  fold(entries: readonly AnyEntry[]): Folded
}

/** `texts` keeps the text that the register came as, for the windows. */
export function createRoomHolder(texts: RoomTexts = roomTexts()): RoomHolder {
  let room = emptyRoom
  let hash = genesisHash

  function registerOf({ version, register: text }: TextParts): Register {
    if (text === null) {
      if (version === texts.registerAtOnce(room).version) return room
      throw new Error('The hub left out a register of sites that this console does not have')
    }
    if (sha256(text) !== version)
      throw new Error('The register of sites is not what its version says')
    const register = registerFromJson(JSON.parse(text) as RegisterJson, room)
    texts.wasReadFrom(register, { version, pieces: [text] })
    return register
  }

  return {
    room: () => room,
    have: () => (room.unit && room.seq > 0 ? { unit: room.unit.id, seq: room.seq, hash } : null),
    registerVersion: () => texts.registerAtOnce(room).version,
    replace(parts, newHash, tail = []) {
      const { sites, accounts } = registerOf(parts)
      room = evolveAll({ ...workFromJson(parts.work), sites, accounts }, tail.map(upcast))
      hash = tail.at(-1)?.hash ?? newHash
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
