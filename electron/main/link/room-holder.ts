import { type AnyEntry, genesisHash } from '../../../shared/journal/entry'
import { emptyRoom } from '../../../shared/room/empty-room'
import { type Entry, upcast } from '../../../shared/room/events'
import { evolve } from '../../../shared/room/evolve'
import { workFromJson } from '../../../shared/room/parts'
import type { Room } from '../../../shared/room/room'
import type { Site } from '../../../shared/sites/site'
import {
  changesRegister,
  type DeskParts,
  type NamedColumns,
  namedColumns,
  noRegister,
  registerHere,
} from './register-here'

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
  /**
   * The version of the register that is here, so that it need not come again; null when it has none
   * by which the hub would know it.
   */
  registerVersion(): string | null
  /** The whole site, or null when it is not in the register. */
  card(siteId: string): Site | null
  /** The register's columns, for a window. */
  columns(): NamedColumns
  /**
   * `hash` is that of the parts' entry, `tail` what follows it. Throws when the register did not
   * come and is another than the one here, when it is not what its version says, and on an entry
   * only a newer version knows; the room is then the one before.
   */
  replace(parts: DeskParts, hash: string, tail?: readonly AnyEntry[]): void
  /**
   * Folds what is new and leaves out what it has already. Throws on an entry only a newer version
   * knows.
   */
  fold(entries: readonly AnyEntry[]): Folded
}

export function createRoomHolder(): RoomHolder {
  let room: Room = emptyRoom
  let register = noRegister()
  /** As the register last came, before entries changed it. */
  let base = register
  let hash = genesisHash
  let named: { readonly of: Room['sites']; readonly columns: NamedColumns } | null = null

  function registerOf(parts: DeskParts) {
    if (base.version === parts.version) return base
    if (parts.register === null)
      throw new Error('The hub left out a register of sites that this console does not have')
    return registerHere(parts)
  }
  const stepped = (from: Pick<State, 'room' | 'register'>, entry: Entry) => ({
    room: evolve(from.room, entry),
    register: changesRegister(entry) ? from.register.after(entry) : from.register,
  })

  return {
    room: () => room,
    have: () => (room.unit && room.seq > 0 ? { unit: room.unit.id, seq: room.seq, hash } : null),
    registerVersion: () => register.version,
    card: (siteId) => register.card(siteId),
    columns() {
      if (named?.of !== room.sites)
        named = { of: room.sites, columns: namedColumns(room, register.version) }
      return named.columns
    },
    replace(parts, newHash, tail = []) {
      const came = registerOf(parts)
      const start: State = {
        room: { ...workFromJson(parts.work), ...came.rows },
        register: came,
      }
      ;({ room, register } = tail.map(upcast).reduce(stepped, start))
      base = came
      hash = tail.at(-1)?.hash ?? newHash
    },
    fold(entries) {
      const fresh = entries.filter((entry) => entry.seq > room.seq)
      const gap = fresh.find((entry, index) => entry.seq !== room.seq + 1 + index)
      if (gap) return { outcome: 'gap', expected: room.seq + 1, came: gap.seq }
      for (const entry of fresh) {
        ;({ room, register } = stepped({ room, register }, upcast(entry)))
        hash = entry.hash
      }
      return { outcome: 'folded', entries: fresh }
    },
  }
}

interface State {
  readonly room: Room
  readonly register: ReturnType<typeof noRegister>
}
