import type { Instant } from '../lang/instant'
import type { Actor } from './actor'

/** Who gave the command, and when the hub judges it. */
export interface Stamp {
  readonly by: Actor
  readonly at: Instant
}
