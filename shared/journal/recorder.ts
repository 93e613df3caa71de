import type { Actor } from '../accounts/actor'
import type { Instant } from '../lang/instant'
import type { Entry, RoomEvent } from '../room/events'
import { entryBody, entryHash, type Sha256 } from './chain'
import type { JournalHead } from './journal-port'

interface RecordStamp {
  readonly by: Actor
  readonly at: Instant
  readonly notBefore: Instant
  readonly cause: string | null
}

/**
 * Entries and the texts their hashes cover, in the same order: made and hashed here, stored later.
 */
export interface Written {
  readonly entries: readonly Entry[]
  readonly bodies: readonly string[]
}

/**
 * Turns events into entries that follow `after`: numbers, instant, author, cause and hash. `at` is
 * never earlier than
 * `notBefore` (the last entry's), so that a clock set back cannot put entries out of order.
 */
export function write(
  events: readonly RoomEvent[],
  stamp: RecordStamp,
  after: JournalHead,
  sha256: Sha256,
): Written {
  let { seq, hash } = after
  const at = Math.max(stamp.at, stamp.notBefore)
  const entries: Entry[] = []
  const bodies: string[] = []
  for (const event of events) {
    seq += 1
    const said = {
      seq,
      at,
      by: stamp.by,
      cause: stamp.cause,
      type: event.type,
      v: 1,
      data: event.data,
    }
    const body = entryBody(said)
    hash = entryHash(hash, body, sha256)
    entries.push({ ...said, hash } as Entry)
    bodies.push(body)
  }
  return { entries, bodies }
}

export const record = (
  events: readonly RoomEvent[],
  stamp: RecordStamp,
  after: JournalHead,
  sha256: Sha256,
): readonly Entry[] => write(events, stamp, after, sha256).entries
