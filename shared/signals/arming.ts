import type { Instant } from '../lang/instant'

export interface Arming {
  readonly siteId: string
  readonly armed: boolean
  readonly at: Instant
  readonly user: string | null
}
