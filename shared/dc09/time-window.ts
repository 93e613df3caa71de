import { type Instant, second } from '../lang/instant'

/**
 * How far the time of an encrypted message may be from ours. It is what keeps a recorded message
 * from being played again later. The standard's own clause was not to be seen; 40 s behind and 20 s
 * ahead are what pysiaalarm, the Swissdotnet library and Jeedom's receiver use, and panels are set
 * up against.
 */
export const longestBehind = 40 * second
export const furthestAhead = 20 * second

export type TimeFault = 'behind' | 'ahead' | 'missing'

/**
 * What is wrong with the time of a message received at `now` (our clock); null when nothing is,
 * both ends of the window included. An encrypted message with a fault is answered with a NAK,
 * unless the account's `staleTime` lets it pass; a plain one is taken, and marked as stale when its
 * time is there and outside.
 */
export function timeFault(timestamp: Instant | null, now: Instant): TimeFault | null {
  if (timestamp === null) return 'missing'
  if (now - timestamp > longestBehind) return 'behind'
  return timestamp - now > furthestAhead ? 'ahead' : null
}
