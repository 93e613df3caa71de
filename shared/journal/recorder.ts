import type { Actor } from '../accounts/actor'
import type { Entry, RoomEvent } from '../console/events'
import type { Instant } from '../lang/instant'
import { entryBody, entryHash, type Sha256 } from './chain'
import type { JournalHead } from './journal-port'

/**
 * Turns events into entries that follow `after`: numbers, instant, author, cause and hash. `at` is never earlier than
 * `notBefore` (the last entry's), so that a clock set back cannot put entries out of order.
 */
export function record(
  events: readonly RoomEvent[],
  stamp: { readonly by: Actor; readonly at: Instant; readonly notBefore: Instant; readonly cause: string | null },
  after: JournalHead,
  sha256: Sha256,
): Entry[] {
  let { seq, hash } = after
  const at = Math.max(stamp.at, stamp.notBefore)
  return events.map((event) => {
    seq += 1
    const body = { seq, at, by: stamp.by, cause: stamp.cause, type: event.type, v: 1, data: event.data }
    hash = entryHash(hash, entryBody(body), sha256)
    return { ...body, hash } as Entry
  })
}
