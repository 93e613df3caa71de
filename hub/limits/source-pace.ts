import type { Clock } from '../../shared/timeline/clock-port'
import { networkOf } from '../network-of'
import type { Limit } from './limit'
import { createPaces } from './paces'
import type { Pace } from './token-bucket'

/**
 * Messages of one address. Generous, since thousands of panels may stand behind one gateway of a
 * mobile network or in one monitoring centre; but no single address can take the whole hub.
 */
export const sourcePace: Pace = { perSecond: 10_000, burst: 20_000 }
/**
 * Lines of one address over a receiver line; beyond it the line is read more slowly. A receiver
 * sends at the speed of a serial line, some 50 a second. This allows ten times that, and at once
 * what it stored during an outage. These formats have no password, so it limits what a stranger can
 * have recorded through a listening receiver line.
 */
export const linePace: Pace = { perSecond: 500, burst: 5_000 }
/** Addresses told apart; beyond it those heard longest ago start afresh. */
const mostSources = 20_000

/**
 * Bytes that count as one message: real panels' frames have a hundred or two, and reading longer
 * ones takes more time.
 */
const usual = 256

export type SourcePace = Limit<readonly [address: string, bytes: number], 'source-rate'>

/**
 * Keeps each address to a pace. A stream is read more slowly, a datagram is dropped; the sender
 * repeats either.
 */
export function createSourcePace(pace: Pace, clock: Pick<Clock, 'now'>): SourcePace {
  const paces = createPaces({ why: 'source-rate', pace, most: mostSources, clock })
  return {
    admit: (address, bytes) => paces.admit(networkOf(address), 1 + Math.floor(bytes / usual)),
  }
}
