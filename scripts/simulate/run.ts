import type { Tally } from './tally'

/** What the parts of one run share. */
export interface Run {
  /** Aborted when it is over. */
  readonly stop: AbortSignal
  readonly tally: Tally
  /** A line for whoever watches. */
  readonly log: (line: string) => void
}
