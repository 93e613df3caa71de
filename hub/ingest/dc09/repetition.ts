import type { Frame } from '../../../shared/dc09/frame'
import { type Instant, second } from '../../../shared/lang/instant'

/*
 * Some panels never count: every frame has the number 0001, or 0000. A, B, A then means armed,
 * disarmed and armed again, not A with two repetitions. A sender repeats only the frame it waits
 * for an answer to. Once another frame with the same number has come in between, an equal frame is
 * a third event. The exception is a second path, which may lag behind: it delivers A and B once
 * more, in their order.
 */

export interface Arrived {
  /** Account, receiver, line prefix and sequence. */
  readonly slot: string
  /** Hash of the content without its time. */
  readonly content: string
  /** See `pathOf`. */
  readonly path: string
  /** When it was sent, by the panel's clock. */
  readonly stamp: Instant | null
}

/** A frame that was taken as an event, and the paths it has come by since. */
export interface Taken {
  readonly at: Instant
  readonly stamp: Instant | null
  readonly paths: readonly string[]
}

/**
 * How far one path may lag behind the other, ms: some panels try a path only after the first has
 * failed.
 */
const longestLag = 30 * second

export const slotOf = ({ account, receiver, prefix, sequence }: Frame): string =>
  [account ?? '', receiver ?? '-', prefix, sequence].join('|')

/**
 * Whether a frame equal to `taken` repeats it. `newer` is what was taken since with the same number
 * and other content.
 */
export function repeats(
  { path, stamp }: Arrived,
  taken: Taken,
  newer: readonly Taken[],
  now: Instant,
): boolean {
  if (newer.length === 0) return true
  const cameHere = (one: Taken) => one.paths.includes(path)
  if (cameHere(taken) || newer.some(cameHere)) return false
  const onItsPath = (one: Taken) => one.paths.some((way) => taken.paths.includes(way))
  const sentLater = (one: Taken) => stamp !== null && one.stamp !== null && stamp > one.stamp
  return newer.every(onItsPath) && !newer.some(sentLater) && now - taken.at <= longestLag
}
