import type { Instant } from '../lang/instant'
import type { Quarantined } from './signal'

export interface QuarantineRow extends Quarantined {
  readonly seq: number
  readonly at: Instant
  /** How many of its reason, account and sender have come, of those the room keeps. */
  readonly count: number
  readonly since: Instant
}

export interface Quarantine {
  readonly count: number
  readonly newest: readonly QuarantineRow[]
}

/** How many quarantined items the room keeps; the journal keeps all. */
export const keptQuarantined = 200
