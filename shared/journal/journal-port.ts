import type { RegisterText } from '../room/parts-text'
import type { AnyEntry } from './entry'

/** Where a journal ends. An empty one ends at seq 0 with the genesis hash. */
export interface JournalHead {
  readonly seq: number
  readonly hash: string
}

/**
 * A stored room, so that loading one does not start from the first entry. Its register is stored
 * separately, once for all snapshots that share it.
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
   * Another writer was first: the journal does not end where expected, and none of the entries is
   * stored. The caller decides again on the new end.
   */
  | { readonly ok: false; readonly conflict: JournalHead }

/**
 * An append-only journal, whatever stores it. Every call may take time, and rejects when the
 * storage fails.
 */
export interface Journal {
  head(): Promise<JournalHead>
  /**
   * Stores entries decided on a journal that ends at `expected`: all of them or none. Resolves once
   * they are durable (they survive a power cut). Rejects when they cannot be stored (disk full,
   * read-only). `bodies` are the `entryBody` of each entry, when the caller has them; otherwise
   * they are made here.
   */
  append(
    entries: readonly AnyEntry[],
    expected: JournalHead,
    bodies?: readonly string[],
  ): Promise<AppendResult>
  read(after: number, limit: number): Promise<readonly AnyEntry[]>
  /** The entries with these numbers, in the order asked for; missing ones are left out. */
  pick(seqs: readonly number[]): Promise<readonly AnyEntry[]>
  /** The last entry at or before an instant, by hub clock; 0 when there is none. */
  seqAt(at: number): Promise<number>
  seqOfCause(commandId: string): Promise<number | null>
  /**
   * `register` is the text of the snapshot's register, unless the snapshot holds the whole room.
   */
  saveSnapshot(snapshot: Snapshot, register?: RegisterText): Promise<void>
  /**
   * The newest snapshot with `snapshot.seq <= seq` made by this version's fold. Not proven: see
   * proven-snapshot.ts.
   */
  snapshotAt(seq: number): Promise<Snapshot | null>
  /** The text of a stored register, also not proven; null when this version is not stored. */
  registerText(version: string): Promise<string | null>
  close(): Promise<void>
}
