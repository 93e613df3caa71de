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

/** Which unit's journal the room comes from, and its last entry. */
export interface Have {
  readonly unit: string
  readonly seq: number
  readonly hash: string
}

export type Folded =
  | { readonly outcome: 'folded'; readonly entries: readonly AnyEntry[] }
  /** The entries in between never arrived: the room must catch up before it can continue. */
  | { readonly outcome: 'gap'; readonly expected: number; readonly came: number }

/**
 * The room this console shows, folded exactly as in the hub. It lives here because a window may
 * die.
 */
export interface RoomHolder {
  room(): Room
  have(): Have | null
  /**
   * The version of the current register, so that it need not be sent again; null when it has none
   * that the hub would recognise.
   */
  registerVersion(): string | null
  /** Null when the site is not in the register. Throws while the register's text is awaited. */
  card(siteId: string): Site | null
  /** The version of the register whose text has not come yet; null when it is here. */
  textAwaited(): string | null
  /** The text of that version, proven to be it. One that is not awaited is passed over. */
  giveText(version: string, text: string): void
  columns(): NamedColumns
  /**
   * `hash` is that of the entry at which the parts stand, and `tail` holds the entries after it.
   * Throws when the register was left out and differs from the current one, when it does not match
   * its version, and on an entry that only a newer version knows. The previous room is then kept.
   */
  replace(parts: DeskParts, hash: string, tail?: readonly AnyEntry[]): void
  /**
   * Folds new entries and skips those already in the room. Throws on an entry that only a newer
   * version knows.
   */
  fold(entries: readonly AnyEntry[]): Folded
}

export function createRoomHolder(): RoomHolder {
  let room: Room = emptyRoom
  let register = noRegister()
  /** The register as last received, before entries changed it. */
  let base = register
  let hash = genesisHash
  let named: { readonly of: Room['sites']; readonly columns: NamedColumns } | null = null

  function registerOf(parts: DeskParts) {
    if (base.version === parts.version) return base
    if (parts.register === null && !parts.columns)
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
    textAwaited: () => register.textAwaited,
    giveText(version, text) {
      if (register.textAwaited === version) register = register.withText(text)
      if (base.textAwaited === version) base = base.withText(text)
    },
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
