import type { Clock } from '../../shared/timeline/clock-port'
import { networkOf } from '../network-of'
import type { Limit } from './limit'
import { createPaces } from './paces'
import type { Pace } from './token-bucket'

/**
 * Messages of one address. Thousands of panels may stand behind one gateway of a mobile network or
 * in one monitoring centre, so it is generous; but no single address can take the whole hub.
 */
export const sourcePace: Pace = { perSecond: 10_000, burst: 20_000 }
/**
 * Lines of one address over a receiver line, which is read more slowly beyond it. A receiver sends at the
 * speed of a serial line, some 50 a second; ten times that, and what it stored during an outage at
 * once. These formats know no password: it bounds what a stranger at a listening receiver line can have
 * written.
 */
export const linePace: Pace = { perSecond: 500, burst: 5_000 }
/** Addresses told apart: beyond it the ones heard longest ago start afresh. */
const mostSources = 20_000

/**
 * Bytes that count as one message: frames of real panels have a hundred or two, and a long one
 * takes as much more to read.
 */
const usual = 256

export type SourcePace = Limit<readonly [address: string, bytes: number], 'source-rate'>

/**
 * Keeps each address to a pace. A stream is read more slowly for it, a datagram dropped; both are
 * repeated by whoever sent them.
 */
export function createSourcePace(pace: Pace, clock: Pick<Clock, 'now'>): SourcePace {
  const paces = createPaces({ why: 'source-rate', pace, most: mostSources, clock })
  return {
    admit: (address, bytes) => paces.admit(networkOf(address), 1 + Math.floor(bytes / usual)),
  }
}
