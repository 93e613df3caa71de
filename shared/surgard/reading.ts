import type { SignalEvent } from '../dc09/signal'
import type { Detail } from '../signals/detail-codes'
import type { QuarantineReason } from '../signals/signal'
import type { TextEncoding } from '../text/read-bytes'

/** An account's text encoding; undefined when unknown. */
export type EncodingOf = (account: string) => TextEncoding | undefined

/** What a line of an automation output says, whatever its format. */
export type LineReading =
  | { readonly kind: 'heartbeat' }
  /** No events means that every channel is unchanged. */
  | {
      readonly kind: 'signals'
      readonly origin: LineOrigin
      readonly account: string
      readonly events: readonly SignalEvent[]
    }
  /** Applies to the lines of this account that follow. */
  | {
      readonly kind: 'modifier'
      readonly account: string
      readonly name: string
      readonly value: string
    }
  /** A correct line with nothing readable in it: acknowledged, and kept for people to read. */
  | {
      readonly kind: 'unread'
      readonly reason: QuarantineReason
      readonly detail: Detail
      readonly account: string | null
    }
  /** Damaged: the receiver must repeat it. */
  | { readonly kind: 'unreadable'; readonly detail: Detail; readonly account: string | null }

/** Receiver and line (or group) as sent. */
export interface LineOrigin {
  readonly receiver: string
  readonly line: string
}

/** Zero names nothing, and neither does an empty text. */
export const named = (digits: string | null): string | null =>
  digits === null || /^[-+]?0*$/.test(digits) ? null : digits
