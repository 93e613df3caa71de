import type { Actor } from '../accounts/actor'
import type { Instant } from '../lang/instant'

/**
 * What every entry carries, whatever its type. `hash` chains it to the one before (see chain.ts).
 */
export interface EntryHead {
  /** 1, 2, 3 … without a gap, per hub. */
  readonly seq: number
  /** Hub clock; never earlier than the previous entry. */
  readonly at: Instant
  readonly by: Actor
  /**
   * The id of the command that caused it: makes a command that is sent twice take effect once, even
   * across a restart.
   */
  readonly cause: string | null
  readonly v: number
  readonly hash: string
}

/** An entry whose type this version need not know: what journals store and links carry. */
export interface AnyEntry extends EntryHead {
  readonly type: string
  readonly data: unknown
}

export const genesisHash = '0'.repeat(64)
