import type { Clock } from '../../shared/timeline/clock-port'
import { mostAccounts } from './account-pace'
import type { Limit } from './limit'
import { createPaces } from './paces'
import type { Pace } from './token-bucket'

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

export interface SenderPaceParts<Why extends string> {
  readonly why: Why
  readonly ofOne?: Pace | undefined
  readonly ofAll?: Pace | undefined
  readonly clock: Pick<Clock, 'now'>
}

/** Keeps each address to a pace, and all of them together to another. */
export function createSenderPace<Why extends string>({
  why,
  ofOne = strangerPace,
  ofAll = allStrangersPace,
  clock,
}: SenderPaceParts<Why>): Limit<readonly [network: string, count: number], Why> {
  const one = createPaces({ why, pace: ofOne, most: mostAccounts, clock })
  const all = createPaces({ why, pace: ofAll, most: 1, clock })
  return { admit: (network, count) => one.admit(network, count) ?? all.admit('', count) }
}
