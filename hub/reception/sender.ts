import type { Actor } from '../../shared/accounts/actor'
import type { Channel } from '../../shared/signals/signal'

export interface Sender {
  readonly channel: Channel
  readonly address: string
  /** Address and port, as the journal has them. */
  readonly source: string
}

export function senderOf(channel: Channel, address = 'unknown', port = 0): Sender {
  return { channel, address, source: `${address.includes(':') ? `[${address}]` : address}:${port}` }
}

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

export const receiverOf = (channel: Channel): Actor => receivers[channel]
