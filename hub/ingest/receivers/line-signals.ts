import { printable } from '../../../shared/dc09/printable'
import type { SignalEvent } from '../../../shared/dc09/signal'
import type { Signal } from '../../../shared/signals/signal'
import type { LineOrigin } from '../../../shared/surgard/reading'
import { reportedSignal } from '../../reception/reported-signal'
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
  const { receiver, line } = origin
  const carrier = { sender, account, frame: printable(bytes), receiver, prefix: line.slice(0, 6) }
  return events.map((event) => reportedSignal(event, { ...carrier, signalId: newId() }))
}
