import type { Instant } from '../../shared/lang/instant'
import { networkOf } from '../network-of'
import { createPaced } from './paces'
import type { Pace } from './token-bucket'

/**
 * Messages of one address. Thousands of panels may stand behind one gateway of a mobile network or
 * in one monitoring centre, so it is generous; but no single address can take the whole hub.
 */
export const sourcePace: Pace = { perSecond: 10_000, burst: 20_000 }
/** Addresses told apart: beyond it the ones heard longest ago start afresh. */
const mostSources = 20_000

/**
 * Bytes that count as one message: frames of real panels have a hundred or two, and a long one
 * takes as much more to read.
 */
const usual = 256

/** Keeps each address to a pace. */
export function createSourcePace(pace: Pace) {
  const paced = createPaced(pace, mostSources)
  return {
    /** Takes one message in and returns 0, or returns how long it should wait, ms. */
    take: (address: string, now: Instant, bytes: number): number =>
      paced(networkOf(address), now).take(now, 1 + Math.floor(bytes / usual)),
  }
}
export type SourcePace = ReturnType<typeof createSourcePace>
