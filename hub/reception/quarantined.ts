import { printable } from '../../shared/dc09/printable'
import type { IntentOf } from '../../shared/intents/intents'
import type { Detail } from '../../shared/signals/detail-codes'
import type { QuarantineReason } from '../../shared/signals/signal'
import { cutText, shownText } from '../../shared/text/shown-text'
import type { Sender } from './sender'

export interface UnreadableItem {
  readonly reason: QuarantineReason
  readonly detail: Detail
  readonly bytes: Uint8Array
  /** The original number of bytes when `bytes` holds only the first ones. */
  readonly length?: number
  readonly account?: string | null
}

/**
 * Bytes of an item that are kept: all of any real frame, and a bound on what noise adds to the
 * journal.
 */
const keptBytes = 4_110
const longestDetail = 300

/**
 * The item as it will be in the journal: its bytes in readable form, cut if necessary with a note
 * of the full length.
 */
export function quarantined(
  item: UnreadableItem,
  { channel, source }: Sender,
  signalId: string,
): IntentOf<'quarantine-signal'> {
  const { reason, bytes, length = bytes.length, account = null } = item
  const kept = bytes.subarray(0, keptBytes)
  const cut = length > kept.length ? ` (${length} bytes, the first ${kept.length} are kept)` : ''
  return {
    type: 'quarantine-signal',
    data: {
      signalId,
      channel,
      source,
      reason,
      detail: `${cutText(shownText(item.detail), longestDetail - cut.length)}${cut}`,
      frame: printable(kept),
      account,
    },
  }
}
