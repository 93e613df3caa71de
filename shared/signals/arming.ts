import type { Instant } from '../lang/instant'

/** Armed or not, by the last opening or closing signal. */
export interface Arming {
  readonly siteId: string
  readonly armed: boolean
  readonly at: Instant
  readonly user: string | null
}
