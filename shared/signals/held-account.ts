import type { AlarmCause } from '../alarms/causes'
import type { AlarmKind, Priority } from '../codes/kinds'
import type { Instant } from '../lang/instant'

/**
 * What an account nobody knows reports that may be an alarm. Nobody can say where it is or whom to
 * send, so it waits in the queue at the first priority until an officer takes it.
 */
export interface HeldAlarm {
  /**
   * Of the gravest signal: what the row says. `priority` is what that signal would have at a known
   * site.
   */
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
  readonly raisedAt: Instant
  /** The entry that raised it. */
  readonly raisedSeq: number
  readonly signalCount: number
  readonly causes: readonly AlarmCause[]
  /** When the last standing cause was reported gone; null while one stands. */
  readonly restoredAt: Instant | null
  /** Who has it in hand; null: nobody. */
  readonly taken: { readonly id: string; readonly name: string; readonly at: Instant } | null
}

/** An account nobody knows, of which signals are held until an officer says whose it is. */
export interface HeldAccount {
  readonly account: string
  /** All that came; `seqs` are the entries of those that are held. */
  readonly count: number
  readonly seqs: readonly number[]
  readonly firstAt: Instant
  readonly lastAt: Instant
  /** What it reported last. */
  readonly last: { readonly code: string; readonly meaning: string }
  readonly source: string
  /**
   * What it reports may be an alarm, which then stands in the queue; left out: nothing does, or it
   * was set aside.
   */
  readonly alarm?: HeldAlarm
}

/**
 * Signals held of one unknown account, and such accounts: beyond it the oldest stay in the journal
 * only.
 */
export const keptHeld = 1_000
export const keptHeldAccounts = 2_000
