import type { Room } from '../room/room'

/** The random head of a UUID: 48 bits. */
const headLength = 13

/**
 * An id for something the core starts by itself, e.g. `bundle-3f9a0c71be-142`: its kind, its
 * journal, and the entry it comes with. No other journal makes the same one, so records of two hubs
 * can lie side by side. Neither does this journal, as long as an entry starts at most one of a
 * kind.
 */
export const ownId = ({ unit, seq }: Pick<Room, 'unit' | 'seq'>, kind: string): string =>
  [kind, ...journalOf(unit), seq + 1].join('-')

/** A journal founded before journals had ids is known by the head of its unit's id, a UUID. */
const journalOf = (unit: Room['unit']): readonly string[] =>
  unit ? [unit.journal ?? unit.id.slice(0, headLength)] : []
