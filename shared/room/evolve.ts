import type { Entry } from './events'
import { merged } from './merged'
import { nouns } from './nouns'
import type { Room } from './room'

const folds = merged(nouns, 'folds')

/**
 * Returns the room after an entry. State changes in no other way: the hub, the consoles, replay and
 * the crew terminal all run this one function, so they cannot disagree.
 */
export function evolve<R extends Room>(room: R, entry: Entry): R {
  // The fold found under an entry's type is the one for that entry.
  const fold = folds[entry.type] as (room: Room, entry: Entry) => Room
  // A fold never narrows a room: a whole register stays whole.
  return fold({ ...room, seq: entry.seq, at: entry.at }, entry) as R
}

export const evolveAll = <R extends Room>(room: R, entries: Iterable<Entry>): R => {
  let next = room
  for (const entry of entries) next = evolve(next, entry)
  return next
}
