import type { Actor } from '../../shared/accounts/actor'
import type { Intent } from '../../shared/intents/intents'
import type { AnyEntry } from '../../shared/journal/entry'
import type { JournalHead } from '../../shared/journal/journal-port'
import type { Instant } from '../../shared/lang/instant'
import type { Envelope } from '../../shared/room/commands'
import type { Entry, RoomEvent } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import type { CommandReply, StorageState } from '../../shared/wire/console-feed'

/**
 * Thrown to those who wait for a commit that could not be stored. Nothing of it happened, and
 * nothing may be acknowledged.
 */
export class NotStored extends Error {}

/**
 * The one writer of the journal. It judges commands and turns received signals into entries on the
 * newest room. All that wait at the same moment share one commit, and each is answered only when
 * its entries are durable. When a commit fails, the room goes back to what is stored and every
 * waiter of that commit is told.
 */
export interface Keeper {
  /** The room with everything accepted so far, durable or about to be: what to judge by. */
  room(): WholeRoom
  /** The end of what is durable: what clients may be told of. */
  head(): JournalHead
  /** The room at `head()`: what snapshots are made of. */
  durableRoom(): WholeRoom
  /**
   * Whether the journal can be written. With `ok`, the text reports a clock that cannot be right;
   * otherwise it is empty.
   */
  storage(): StorageState
  /** How far the clock stands behind the journal's last entry, ms; 0 when it does not. */
  clockBehind(): number
  /**
   * Judges and records; resolves when durable. Storage trouble resolves as a refusal (code
   * `not-stored`).
   */
  command(envelope: Envelope, by: Actor): Promise<CommandReply>
  /**
   * Decides an intent on the newest room and records the result. Resolves with the entries once
   * durable, rejects with {@link NotStored}. If this `cause` was recorded before, nothing happens
   * again, and it resolves with the last entry of that time.
   */
  submit(intent: Intent, by: Actor, cause?: string | null): Promise<readonly Entry[]>
  /**
   * Like `submit`, for what cannot be said as data yet. `make` may be called again with a newer
   * room.
   */
  record(
    make: (room: WholeRoom, at: Instant) => readonly RoomEvent[],
    by: Actor,
    cause?: string | null,
  ): Promise<readonly Entry[]>
  /** Durable entries with seq > after. */
  read(after: number, limit: number): Promise<readonly AnyEntry[]>
  /**
   * Called with each committed batch, in order, right after the commit. Returns the unsubscribe
   * function.
   */
  onEntries(listener: (entries: readonly Entry[]) => void): () => void
  onStorage(listener: (state: StorageState) => void): () => void
  close(): Promise<void>
}
