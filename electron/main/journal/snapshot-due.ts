import type { AnyEntry } from '../../../shared/journal/entry'

/**
 * A room is stored every so many entries. This bounds what a replay, or a start without a hub, has
 * to fold.
 */
const wanted = 5_000
/** After this many entries the room is stored even during a storm. */
const overdue = 50_000
/**
 * A batch belongs to a storm when it has at least this many entries and they arrived at this rate a
 * second.
 */
const stormBatch = 40
const stormPerSecond = 200

/**
 * Whether to store a room `since` entries after the last one, with `added` just appended. Storing
 * takes a second of processor time, which the hub and the window need during a storm.
 */
export function snapshotDue(since: number, added: readonly Pick<AnyEntry, 'at'>[]): boolean {
  return since >= wanted && (since >= overdue || !inStorm(added))
}

function inStorm(added: readonly Pick<AnyEntry, 'at'>[]): boolean {
  const seconds = ((added.at(-1)?.at ?? 0) - (added[0]?.at ?? 0)) / 1_000
  return added.length >= stormBatch && added.length > seconds * stormPerSecond
}
