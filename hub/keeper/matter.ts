import type { Actor } from '../../shared/accounts/actor'
import type { Sha256 } from '../../shared/journal/chain'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Standing } from '../../shared/journal/proven-snapshot'
import { type Written, write } from '../../shared/journal/recorder'
import type { Instant } from '../../shared/lang/instant'
import type { Entry, RoomEvent } from '../../shared/room/events'
import { evolveAll } from '../../shared/room/evolve'
import type { WholeRoom } from '../../shared/room/room'
import type { CommandReply } from '../../shared/wire/console-feed'

/** The events of a decision, or the answer when there are none. */
export interface Decided {
  readonly events: readonly RoomEvent[]
  readonly reply?: CommandReply
}

/**
 * Something to decide. It is decided on the newest room, and again when the journal has moved on
 * meanwhile, so deciding must have no side effects.
 */
export interface Matter {
  readonly by: Actor
  /** Makes it take effect once, however often it is asked for. */
  readonly cause: string | null
  readonly decide: (room: WholeRoom, at: Instant) => Decided
  /**
   * Entries of the past that deciding asked for earlier and did not have; null when there is no
   * such entry.
   */
  readonly past: Map<number, AnyEntry | null>
}

export interface Following {
  readonly at: Instant
  /**
   * An entry of the room's past, durable or about to be. `undefined` when it is not at hand: it is
   * then read, and everything is decided again.
   */
  readonly entryAt: (seq: number) => AnyEntry | undefined
}

/**
 * Says what else happens with these events, in the same commit (an account's held signals take
 * effect).
 */
export type Follow = (
  room: WholeRoom,
  events: readonly RoomEvent[],
  meanwhile: Following,
) => readonly RoomEvent[]

export type Judged =
  | { readonly written: Written; readonly standing: Standing; readonly reply?: CommandReply }
  /** Not decided: these entries must be read first. */
  | { readonly lacks: readonly number[] }

interface JudgingParts {
  readonly now: () => Instant
  readonly sha256: Sha256
  readonly follow: Follow
  readonly durableSeq: () => number
  /** An entry that is accepted and not durable yet. */
  readonly unsaved: (seq: number) => Entry | undefined
}

/**
 * Makes the judge of matters: it decides on a room and turns the result into entries, chained to
 * the room's end.
 */
export function createJudge({ now, sha256, follow, durableSeq, unsaved }: JudgingParts) {
  return ({ decide, by, cause, past }: Matter, { room, head }: Standing): Judged => {
    const lacks: number[] = []
    const entryAt = (seq: number): AnyEntry | undefined => {
      if (seq > durableSeq()) return unsaved(seq)
      const known = past.get(seq)
      if (known === undefined) lacks.push(seq)
      return known ?? undefined
    }
    // The judging time is the event time, so that anything reckoned from it (the end of a test)
    // fits the entry.
    const at = now()
    const { events, reply } = decide(room, at)
    const further = events.length > 0 ? follow(room, events, { at, entryAt }) : []
    if (lacks.length > 0) return { lacks }
    const all = further.length > 0 ? [...events, ...further] : events
    const written = write(all, { by, at, notBefore: room.at, cause }, head, sha256)
    const standing = standingAfter({ room, head }, written)
    return reply ? { written, standing, reply } : { written, standing }
  }
}

function standingAfter({ room, head }: Standing, { entries }: Written): Standing {
  const last = entries.at(-1)
  return last
    ? { room: evolveAll(room, entries), head: { seq: last.seq, hash: last.hash } }
    : { room, head }
}
