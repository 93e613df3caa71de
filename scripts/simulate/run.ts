import type { Tally } from './tally'

export interface Run {
  readonly stop: AbortSignal
  readonly tally: Tally
  readonly log: (line: string) => void
}
