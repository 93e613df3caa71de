import type { Entry } from './events'
import { merged } from './merged'
import { nouns } from './nouns'
import type { Room } from './room'

const folds = merged(nouns, 'folds')

/**
 * The only way state changes: the room after an entry. The hub, the consoles, replay and the crew
 * terminal all run this one function, so they cannot disagree.
 */
export function evolve(room: Room, entry: Entry): Room {
  // The fold found under an entry's type is the one for that entry.
  const fold = folds[entry.type] as (room: Room, entry: Entry) => Room
  return fold({ ...room, seq: entry.seq, at: entry.at }, entry)
}

export const evolveAll = (room: Room, entries: Iterable<Entry>): Room => {
  let next = room
  for (const entry of entries) next = evolve(next, entry)
  return next
}
