import type { EntryHead } from '../journal/entry'
import type { Entry, RoomEvent } from './events'

/**
 * An entry as it would follow, but for its hash: the fold does not look at it. Never stored nor
 * sent.
 */
export const unhashedEntry = (
  event: RoomEvent,
  { cause = null, ...head }: Pick<EntryHead, 'seq' | 'at' | 'by'> & Partial<EntryHead>,
): Entry => ({ ...head, cause, v: 1, hash: '', ...event }) as Entry
