import type { EntryHead } from '../journal/entry'
import type { Entry, RoomEvent } from './events'

/** The entry as it would follow, without its hash, which no fold reads. Never stored or sent. */
export const unhashedEntry = (
  event: RoomEvent,
  { cause = null, ...head }: Pick<EntryHead, 'seq' | 'at' | 'by'> & Partial<EntryHead>,
): Entry => ({ ...head, cause, v: 1, hash: '', ...event }) as Entry
