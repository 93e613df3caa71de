/**
 * Which fold a stored room was made by. Raise it whenever `evolve` comes to another room from the
 * same entries, or `Room` holds other fields: a snapshot of another version is then not taken up,
 * and the room is folded from the journal anew.
 */
export const foldVersion = 16
