import { derivedOf } from '../../shared/lang/derived'
import type { Room } from '../../shared/room/room'
import { type Bundle, holdsAlarms, ledgerRows } from '../../shared/triage/ledger'

export const allRows = derivedOf((bundles: Room['bundles']): readonly Bundle[] =>
  ledgerRows({ bundles }),
)

/** The rows that somebody must still settle. */
export const standingRows = (bundles: Room['bundles']): readonly Bundle[] =>
  allRows(bundles).filter(holdsAlarms)

/** Unbundled rows whose rule does not apply there yet. */
export const heldRows = (
  bundles: Room['bundles'],
  now: number,
): readonly Extract<Bundle, { phase: 'unbundled' }>[] =>
  allRows(bundles).filter(
    (bundle) => bundle.phase === 'unbundled' && now < bundle.heldUntil,
  ) as Extract<Bundle, { phase: 'unbundled' }>[]
