import { printable } from '../../../shared/dc09/printable'
import type { SignalEvent } from '../../../shared/dc09/signal'
import type { Signal } from '../../../shared/signals/signal'
import type { LineOrigin } from '../../../shared/surgard/reading'
import { reportedSignal } from '../../reception/reported-signal'
import type { Sender } from '../../reception/sender'

export interface LineContext {
  readonly sender: Sender
  readonly origin: LineOrigin
  /** Including the receiver line's prefix. */
  readonly account: string
  /** The line as received, with the preceding modifiers that apply to it. */
  readonly bytes: Uint8Array
}

export function lineSignals(
  events: readonly SignalEvent[],
  { sender, origin, account, bytes }: LineContext,
  newId: () => string,
): readonly Signal[] {
  const { receiver, line } = origin
  const carrier = { sender, account, frame: printable(bytes), receiver, prefix: line.slice(0, 6) }
  return events.map((event) => reportedSignal(event, { ...carrier, signalId: newId() }))
}
