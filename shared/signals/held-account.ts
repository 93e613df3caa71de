import type { AlarmCause } from '../alarms/causes'
import type { AlarmKind, Priority } from '../codes/kinds'
import type { Instant } from '../lang/instant'

/**
 * Reports of an unknown account that may be an alarm. Nobody can say where it is or whom to send,
 * so it waits in the queue at the first priority until an officer takes it.
 */
export interface HeldAlarm {
  /**
   * Of the gravest signal, which the row shows. `priority` is what that signal would have at a
   * known site.
   */
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
  readonly raisedAt: Instant
  readonly raisedSeq: number
  readonly signalCount: number
  readonly causes: readonly AlarmCause[]
  /** When the last standing cause was restored; null while one stands. */
  readonly restoredAt: Instant | null
  readonly taken: { readonly id: string; readonly name: string; readonly at: Instant } | null
}

/** An unknown account, whose signals are held until an officer says whose it is. */
export interface HeldAccount {
  readonly account: string
  /** All signals that came; `seqs` are the entries of those held. */
  readonly count: number
  readonly seqs: readonly number[]
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly last: { readonly code: string; readonly meaning: string }
  readonly source: string
  /** The alarm in the queue; absent when nothing it reports may be one, or it was set aside. */
  readonly alarm?: HeldAlarm
}

/**
 * Held signals per unknown account, and the number of such accounts; beyond it the oldest are only
 * in the journal.
 */
export const keptHeld = 1_000
export const keptHeldAccounts = 2_000
