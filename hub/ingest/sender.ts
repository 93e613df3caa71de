import type { Actor } from '../../shared/accounts/actor'
import type { Signal } from '../../shared/signals/signal'

/** Who sent something, as the hub sees it. */
export interface Sender {
  readonly channel: Signal['channel']
  /** Address alone: what limits count by. */
  readonly address: string
  /** Address and port, as it stands in the journal. */
  readonly source: string
}

export function senderOf(channel: Signal['channel'], address = 'unknown', port = 0): Sender {
  return { channel, address, source: `${address.includes(':') ? `[${address}]` : address}:${port}` }
}

/** Who stands on the entries of what DC-09 brought. */
export const dc09Receiver: Actor = { kind: 'receiver', id: 'dc09', name: 'DC-09 receiver' }
