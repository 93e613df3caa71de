import type { Room } from '../../shared/room/room'
import { type Fold, holdsAlarms, ledgerRows } from '../../shared/triage/ledger'

const ordered = new WeakMap<Room['folds'], readonly Fold[]>()

/**
 * The rows of the ledger, those that hold alarms first; the same list while the table is the same.
 */
export function allRows(folds: Room['folds']): readonly Fold[] {
  const known = ordered.get(folds)
  if (known) return known
  const rows = ledgerRows({ folds })
  ordered.set(folds, rows)
  return rows
}

/** The rows somebody has yet to settle. */
export const standingRows = (folds: Room['folds']): readonly Fold[] =>
  allRows(folds).filter(holdsAlarms)

/** Rows that were unfolded, and whose rule does not apply there yet. */
export const heldRows = (
  folds: Room['folds'],
  now: number,
): readonly Extract<Fold, { phase: 'unfolded' }>[] =>
  allRows(folds).filter((fold) => fold.phase === 'unfolded' && now < fold.heldUntil) as Extract<
    Fold,
    { phase: 'unfolded' }
  >[]
