import { derivedOf } from '../../shared/lang/derived'
import type { Room } from '../../shared/room/room'
import { type Fold, holdsAlarms, ledgerRows } from '../../shared/triage/ledger'

/**
 * The rows of the ledger, those that hold alarms first; the same list while the table is the same.
 */
export const allRows = derivedOf((folds: Room['folds']): readonly Fold[] => ledgerRows({ folds }))

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
