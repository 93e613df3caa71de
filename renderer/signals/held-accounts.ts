import type { HeldAccount, Room } from '../../shared/console/room'

const ordered = new WeakMap<Room['held'], readonly HeldAccount[]>()

/** Accounts nobody knows, the one heard last first; the same list while the table is the same. */
export function heldAccounts(held: Room['held']): readonly HeldAccount[] {
  const known = ordered.get(held)
  if (known) return known
  const list = [...held.values()].sort((a, b) => b.lastAt - a.lastAt || (a.account < b.account ? -1 : 1))
  ordered.set(held, list)
  return list
}

/** How many signals came of all of them; of one account so many and no more are held. */
export const cameSignals = (held: Room['held']): number => heldAccounts(held).reduce((sum, { count }) => sum + count, 0)

/** How many signals are held of all of them. */
export const heldSignals = (held: Room['held']): number =>
  heldAccounts(held).reduce((sum, { seqs }) => sum + seqs.length, 0)
