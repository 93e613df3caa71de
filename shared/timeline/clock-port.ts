import type { Instant } from '../lang/instant'

/** Time as a parameter. The real clock lives in the composition roots, the manual one in tests. */
export interface Clock {
  now(): Instant
  /** Calls back once after `ms`; returns the function that cancels it. */
  after(ms: number, call: () => void): () => void
}
