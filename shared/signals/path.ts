import type { Channel } from './signal'

/**
 * How a message came, without the sender's port: `dc09-tcp 10.0.0.7`. It tells two receptions of
 * one event apart.
 */
export const pathOf = ({
  channel,
  source,
}: {
  readonly channel: Channel
  readonly source: string
}): string => `${channel} ${source.replace(/:\d{1,5}$/, '')}`
