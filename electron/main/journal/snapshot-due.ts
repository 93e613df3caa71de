import type { AnyEntry } from '../../../shared/journal/entry'

/**
 * A room is stored every so many entries: bounds what a replay or a start without a hub has to
 * fold.
 */
const wanted = 5_000
/** Entries after which it is stored even in the middle of a storm. */
const overdue = 50_000
/** A batch is of a storm when it has so many entries, and so many of them came in a second. */
const stormBatch = 40
const stormPerSecond = 200

/**
 * Whether a room is to be stored, `since` entries after the last one and with these just added.
 * Storing it takes a second of a processor, which in a storm the hub and the window need.
 */
export function snapshotDue(since: number, added: readonly Pick<AnyEntry, 'at'>[]): boolean {
  return since >= wanted && (since >= overdue || !inStorm(added))
}

function inStorm(added: readonly Pick<AnyEntry, 'at'>[]): boolean {
  const seconds = ((added.at(-1)?.at ?? 0) - (added[0]?.at ?? 0)) / 1_000
  return added.length >= stormBatch && added.length > seconds * stormPerSecond
}
