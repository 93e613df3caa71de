import { classify } from '../../../shared/codes/classify'
import { printable } from '../../../shared/dc09/printable'
import type { SignalEvent } from '../../../shared/dc09/signal'
import type { Signal } from '../../../shared/signals/signal'
import type { LineOrigin } from '../../../shared/surgard/reading'
import type { Sender } from '../../reception/sender'

/** What all events of one line have in common. */
export interface LineContext {
  readonly sender: Sender
  readonly origin: LineOrigin
  /** With the receiver line's prefix. */
  readonly account: string
  /** The line as received, and the modifiers before it that it is read with. */
  readonly bytes: Uint8Array
}

/** The events of a line as the signals the journal keeps. */
export function lineSignals(
  events: readonly SignalEvent[],
  { sender, origin, account, bytes }: LineContext,
  newId: () => string,
): readonly Signal[] {
  const frame = printable(bytes)
  return events.map((event) => {
    const said = classify(event)
    return {
      signalId: newId(),
      channel: sender.channel,
      source: sender.source,
      frame,
      account,
      receiver: origin.receiver,
      prefix: origin.line.slice(0, 6),
      sequence: '',
      table: event.table,
      code: event.code,
      qualifier: event.qualifier,
      ...said,
      partition: short(event.partition),
      zone: short(event.zone),
      user: short(event.user),
      text: event.text,
      occurredAt: event.occurredAt,
    }
  })
}

/** Longest number kept of a partition, zone or user; the frame keeps all of it. */
const short = (number: string | null): string | null => number?.slice(0, 8) ?? null
