import type { Room } from '../room/room'

/** The random head of a UUID: 48 bits. */
const headLength = 13

/**
 * An id for what the core starts by itself, e.g. `bundle-3f9a0c71be-142`: what it is, its journal,
 * and the entry it comes with. No other journal makes the same one, so what two hubs tell can lie
 * side by side; nor does this journal, as long as an entry starts one of a kind.
 */
export const ownId = ({ unit, seq }: Pick<Room, 'unit' | 'seq'>, kind: string): string =>
  [kind, ...journalOf(unit), seq + 1].join('-')

/** A journal founded before journals had an id is told by the head of its unit's, a UUID. */
const journalOf = (unit: Room['unit']): readonly string[] =>
  unit ? [unit.journal ?? unit.id.slice(0, headLength)] : []
