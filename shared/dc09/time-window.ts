import { type Instant, second } from '../lang/instant'

/**
 * How far an encrypted message's time may be from ours; it keeps recorded messages from being
 * played back later. We could not see the standard's own clause; 40 s behind and 20 s ahead are
 * what pysiaalarm, the Swissdotnet library and Jeedom's receiver use, and what panels are set up
 * against.
 */
export const longestBehind = 40 * second
export const furthestAhead = 20 * second

export type TimeFault = 'behind' | 'ahead' | 'missing'

/**
 * What is wrong with the time of a message received at `now` (our clock); null when nothing is.
 * Both ends of the window are inside. An encrypted message with a fault is answered with a NAK,
 * unless the account's `staleTime` lets it pass. A plain one is accepted, and marked as stale when
 * it has a time outside the window.
 */
export function timeFault(timestamp: Instant | null, now: Instant): TimeFault | null {
  if (timestamp === null) return 'missing'
  if (now - timestamp > longestBehind) return 'behind'
  return timestamp - now > furthestAhead ? 'ahead' : null
}
