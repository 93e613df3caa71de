import type { Actor } from '../../shared/accounts/actor'
import type { Channel } from '../../shared/signals/signal'

/** Who sent something, as the hub sees it. */
export interface Sender {
  readonly channel: Channel
  /** Address alone: what limits count by. */
  readonly address: string
  /** Address and port, as it stands in the journal. */
  readonly source: string
}

export function senderOf(channel: Channel, address = 'unknown', port = 0): Sender {
  return { channel, address, source: `${address.includes(':') ? `[${address}]` : address}:${port}` }
}

/** The address of a source as `senderOf` writes it. */
export const addressIn = (source: string): string =>
  source.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, '')

const dc09: Actor = { kind: 'receiver', id: 'dc09', name: 'DC-09 receiver' }
const receivers: Readonly<Record<Channel, Actor>> = {
  'dc09-tcp': dc09,
  'dc09-udp': dc09,
  surgard: { kind: 'receiver', id: 'surgard', name: 'Sur-Gard receiver' },
  'ademco-685': { kind: 'receiver', id: 'ademco-685', name: 'Ademco 685 receiver' },
  http: { kind: 'receiver', id: 'http', name: 'HTTP reception' },
  hub: { kind: 'system', id: 'hub', name: 'Hub' },
}

/** Who stands on the entries of what came this way. */
export const receiverOf = (channel: Channel): Actor => receivers[channel]
