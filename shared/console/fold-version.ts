/**
 * Of what `evolve` makes of the entries. Raised by every change to a fold that makes another room of the same entries, so
 * that no program goes on from a snapshot folded by other rules.
 */
export const foldVersion = 1
