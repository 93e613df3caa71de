import { printable } from '../../../shared/dc09/printable'
import type { Signal } from '../../../shared/signals/signal'
import { reportedSignal } from '../../reception/reported-signal'
import type { Sender } from '../../reception/sender'
import type { Admitted } from './admission'

/**
 * Up to this many events in a frame, every signal keeps the whole frame. A frame can hold a
 * thousand events. Only the first one then keeps it, since its four thousand bytes would otherwise
 * become megabytes of the journal.
 */
const mostWithFrame = 16

/**
 * The events of an admitted frame as signals for the journal. `bytes` is the frame as received, LF
 * to CR.
 */
export function frameSignals(
  { frame, account, accountInData, events, stale }: Admitted,
  bytes: Uint8Array,
  { sender, newId }: { readonly sender: Sender; readonly newId: () => string },
): readonly Signal[] {
  const text = printable(bytes)
  const each = events.length <= mostWithFrame
  const { receiver, prefix, sequence } = frame
  const carrier = { sender, account, receiver, prefix, sequence }
  const asFramed = {
    ...(accountInData !== null && { accountInData }),
    ...(frame.encrypted && { encrypted: true as const }),
    ...(frame.tolerated.length > 0 && { tolerated: [...frame.tolerated] }),
    ...(stale && { stale: true as const }),
  }
  return events.map((event, at) => ({
    ...reportedSignal(event, {
      ...carrier,
      signalId: newId(),
      frame: each || at === 0 ? text : '',
    }),
    ...asFramed,
  }))
}
