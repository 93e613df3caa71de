import type { Instant } from '../lang/instant'
import type { Actor } from './actor'

export interface Stamp {
  readonly by: Actor
  readonly at: Instant
}
