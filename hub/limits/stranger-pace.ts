import type { Clock } from '../../shared/timeline/clock-port'
import { mostAccounts } from './account-pace'
import type { Limit } from './limit'
import { createPaces } from './paces'
import type { Pace } from './token-bucket'

/**
 * Signals of unknown accounts from one address. Somebody who makes up accounts could otherwise fill
 * the disk, with each account within its own pace. A gateway that is not yet registered has some
 * hundred panels that report some hundred events an hour.
 */
export const strangerPace: Pace = { perSecond: 5, burst: 1_000 }
/**
 * The same for all addresses together, since a sender of datagrams can make up its address too. It
 * is above the first hour of a centre whose sites are not imported yet. It lets some tens of
 * gigabytes a day onto the disk, not some a minute.
 */
export const allStrangersPace: Pace = { perSecond: 100, burst: 20_000 }

export interface SenderPaceParts<Why extends string> {
  readonly why: Why
  readonly ofOne?: Pace | undefined
  readonly ofAll?: Pace | undefined
  readonly clock: Pick<Clock, 'now'>
}

/** Keeps each address to one pace and all addresses together to another. */
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
