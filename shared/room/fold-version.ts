/**
 * The version of the fold that made a stored room. Raise it whenever `evolve` makes another room of
 * the same entries, or `Room` has other fields. A snapshot of another version is ignored, and the
 * room is folded from the journal.
 */
export const foldVersion = 18
