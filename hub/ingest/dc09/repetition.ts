import type { Frame } from '../../../shared/dc09/frame'
import { type Instant, second } from '../../../shared/lang/instant'

/*
 * Some panels never count: every frame has the number 0001, or 0000. A, B, A is then armed,
 * disarmed and armed again, and not A with two repetitions. A sender repeats the frame it waits for
 * an answer to, and no other: once another frame of the same number came in between, an equal one
 * is a third event. Except by another path, which may lag behind: there A and B come once more, in
 * their order.
 */

/** What of a frame tells whether it repeats another. */
export interface Arrived {
  /** Whose and which number: account, receiver, line prefix, sequence. */
  readonly slot: string
  /** Hash of the content without its time. */
  readonly content: string
  /** The way it came, see `pathOf`. */
  readonly path: string
  /** By the panel's clock, when it was sent. */
  readonly stamp: Instant | null
}

/** A frame that was taken as an event, and the ways it came since. */
export interface Taken {
  readonly at: Instant
  readonly stamp: Instant | null
  readonly paths: readonly string[]
}

/**
 * How far one path may lag behind the other, ms: a path that is tried after the first has failed.
 */
const longestLag = 30 * second

export const slotOf = ({ account, receiver, prefix, sequence }: Frame): string =>
  [account ?? '', receiver ?? '-', prefix, sequence].join('|')

/**
 * Whether a frame equal to `taken` repeats it. `newer`: what was taken of the same number since, of
 * other content.
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
