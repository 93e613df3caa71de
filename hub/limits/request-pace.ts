import type { Clock } from '../../shared/timeline/clock-port'
import { networkOf } from '../network-of'
import type { Limit } from './limit'
import { createPaces } from './paces'

/**
 * HTTP requests of one address. Scripts stay far below this, and a runaway one cannot starve the
 * alarms.
 */
const requestPace = { perSecond: 500, burst: 500 }
/** Addresses told apart. Beyond this, the ones heard longest ago start afresh. */
const mostAddresses = 5_000

export function createRequestPace(
  clock: Pick<Clock, 'now'>,
): Limit<readonly [address: string], 'too-many-requests'> {
  const why = 'too-many-requests'
  const paces = createPaces({ why, pace: requestPace, most: mostAddresses, clock })
  return { admit: (address) => paces.admit(networkOf(address)) }
}
