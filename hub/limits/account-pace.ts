import type { Instant } from '../../shared/lang/instant'
import { createPaced } from './paces'
import type { Pace } from './token-bucket'

/**
 * Signals one account may send: far above any panel, whose whole memory of some hundred events
 * comes at once after an outage; and low enough that a panel gone mad takes one percent of the hub.
 */
export const accountPace: Pace = { perSecond: 100, burst: 2_000 }
/**
 * Signals of accounts nobody knows, of one address: whoever makes up accounts could otherwise fill
 * the disk, each of them being within its own pace. A gateway before it is registered has some
 * hundred panels that report some hundred events an hour.
 */
export const strangerPace: Pace = { perSecond: 5, burst: 1_000 }
/**
 * The same of all addresses together: a sender of datagrams can make up its address as well. Above
 * the first hour of a centre whose sites are not imported yet; and what it puts on the disk is some
 * tens of gigabytes a day, not some a minute.
 */
export const allStrangersPace: Pace = { perSecond: 100, burst: 20_000 }
/** Accounts told apart; beyond it the ones heard longest ago start afresh. */
const mostAccounts = 50_000

/** Keeps each account (or whatever is named) to a pace. What is refused takes nothing. */
export function createAccountPace(pace: Pace = accountPace) {
  const paced = createPaced(pace, mostAccounts)
  return {
    /** Whether a message of this account with so many signals may be taken now. */
    admits: (account: string, now: Instant, signals = 1): boolean =>
      paced(account, now).take(now, signals) === 0,
  }
}

/** Keeps each sender to a pace, and all of them together to another. */
export function createSenderPace(ofOne: Pace, ofAll: Pace) {
  const one = createAccountPace(ofOne)
  const all = createAccountPace(ofAll)
  return {
    admits: (sender: string, now: Instant, count: number): boolean =>
      one.admits(sender, now, count) && all.admits('', now, count),
  }
}
