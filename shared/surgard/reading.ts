import type { SignalEvent } from '../dc09/signal'
import type { Detail } from '../signals/detail-codes'
import type { QuarantineReason } from '../signals/signal'
import type { TextEncoding } from '../text/read-bytes'

/** How an account writes its texts; undefined where nobody has said. */
export type EncodingOf = (account: string) => TextEncoding | undefined

/** What a line of an automation output says, whichever format it came in. */
export type LineReading =
  /** The receiver lives. */
  | { readonly kind: 'heartbeat' }
  /** No events: a report in which every channel is as it was. */
  | {
      readonly kind: 'signals'
      readonly origin: LineOrigin
      readonly account: string
      readonly events: readonly SignalEvent[]
    }
  /** In force for the lines of this account that follow. */
  | {
      readonly kind: 'modifier'
      readonly account: string
      readonly name: string
      readonly value: string
    }
  /**
   * A correct line that says nothing that could be read here: it is acknowledged, and kept for
   * people to read.
   */
  | {
      readonly kind: 'unread'
      readonly reason: QuarantineReason
      readonly detail: Detail
      readonly account: string | null
    }
  /** Damaged: the receiver is to repeat it. */
  | { readonly kind: 'unreadable'; readonly detail: Detail; readonly account: string | null }

/** Receiver and line (or group) as sent. */
export interface LineOrigin {
  readonly receiver: string
  readonly line: string
}

/** Zero, and nothing at all, name nothing. */
export const named = (digits: string | null): string | null =>
  digits === null || /^[-+]?0*$/.test(digits) ? null : digits
