import type { Instant } from '../lang/instant'
import type { Quarantined } from './signal'

export interface QuarantineRow extends Quarantined {
  readonly seq: number
  readonly at: Instant
  /**
   * Which one it is of its reason, account and sender among those the room keeps, and since when
   * they come.
   */
  readonly count: number
  readonly since: Instant
}

export interface Quarantine {
  readonly count: number
  readonly newest: readonly QuarantineRow[]
}

/** How many quarantined items the room keeps; the journal keeps all. */
export const keptQuarantined = 200
