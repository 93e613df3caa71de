import { printable } from '../../shared/dc09/printable'
import type { IntentOf } from '../../shared/intents/intents'
import type { Detail } from '../../shared/signals/detail-codes'
import type { QuarantineReason } from '../../shared/signals/signal'
import { cutText, shownText } from '../../shared/text/shown-text'
import type { Sender } from './sender'

/** Something that could not become a signal. */
export interface UnreadableItem {
  readonly reason: QuarantineReason
  readonly detail: Detail
  readonly bytes: Uint8Array
  /** How many bytes there were, when `bytes` are only the first. */
  readonly length?: number
  readonly account?: string | null
}

/**
 * Bytes of an item that are kept: all of any real frame, and a bound on what noise puts into the
 * journal.
 */
const keptBytes = 4_110
const longestDetail = 300

/**
 * The item as it will stand in the journal: its bytes in readable form, cut with a word about how long
 * it was.
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
