import type { RegisterText } from '../room/parts-text'
import type { AnyEntry } from './entry'

/** Where a journal ends. An empty one ends at seq 0 with the genesis hash. */
export interface JournalHead {
  readonly seq: number
  readonly hash: string
}

/**
 * A stored room, so that nobody has to fold from the first entry. Its register is stored apart,
 * once for all snapshots that have it.
 */
export interface Snapshot {
  readonly seq: number
  readonly at: number
  /** SHA-256 of what `hashedText` says. */
  readonly hash: string
  /** The version of its register; null: `text` is the whole room, as earlier versions stored it. */
  readonly register: string | null
  /** The room's work as canonical text. */
  readonly text: string
}

export type AppendResult =
  | { readonly ok: true }
  /**
   * Somebody else wrote first: the journal does not end where it was expected to, and none of the
   * entries is stored. Whoever decided on the old end decides again on the new one.
   */
  | { readonly ok: false; readonly conflict: JournalHead }

/**
 * An append-only journal, whatever it is stored in. Everything may take a while, and rejects when
 * the storage fails.
 */
export interface Journal {
  head(): Promise<JournalHead>
  /**
   * Stores entries that were decided on a journal that ends at `expected`: all of them or none.
   * Resolves once they are durable (they survive a power cut). Rejects when they cannot be stored
   * (disk full, read-only). `bodies`: what `entryBody` makes of each entry, when it is at hand;
   * otherwise it is made here.
   */
  append(
    entries: readonly AnyEntry[],
    expected: JournalHead,
    bodies?: readonly string[],
  ): Promise<AppendResult>
  /** Entries with `after < seq`, in order, at most `limit`. */
  read(after: number, limit: number): Promise<readonly AnyEntry[]>
  /** The entries with these numbers, in the order asked for; missing ones are left out. */
  pick(seqs: readonly number[]): Promise<readonly AnyEntry[]>
  /** The last entry at or before an instant, by hub clock; 0 when there is none. */
  seqAt(at: number): Promise<number>
  /** Seq of the last entry caused by this command, or null. */
  seqOfCause(commandId: string): Promise<number | null>
  /** `register`: the text of the snapshot's register, unless the whole room is in the snapshot. */
  saveSnapshot(snapshot: Snapshot, register?: RegisterText): Promise<void>
  /**
   * The newest snapshot with `snapshot.seq <= seq` that this version's fold made. Not proven: see
   * proven-snapshot.ts.
   */
  snapshotAt(seq: number): Promise<Snapshot | null>
  /** The text of a stored register, not proven either; null when there is none of this version. */
  registerText(version: string): Promise<string | null>
  /** Stops accepting work; resolves when the work in progress has ended. */
  close(): Promise<void>
}
