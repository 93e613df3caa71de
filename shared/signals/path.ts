import type { Channel } from './signal'

/**
 * The way a message came, without the port a sender happens to have: `dc09-tcp 10.0.0.7`. Two of
 * one event are told apart by it.
 */
export const pathOf = ({
  channel,
  source,
}: {
  readonly channel: Channel
  readonly source: string
}): string => `${channel} ${source.replace(/:\d{1,5}$/, '')}`
