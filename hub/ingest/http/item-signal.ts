import { sha256 } from '../../../node/sha256'
import type { Actor } from '../../../shared/accounts/actor'
import { printable } from '../../../shared/dc09/printable'
import type { Signal } from '../../../shared/signals/signal'
import type { Centre } from '../../accounts/centre-store'
import { reportedSignal } from '../../reception/reported-signal'
import type { Sender } from '../../reception/sender'
import type { Item } from './read-item'

export const centreActor = ({ id, name }: Centre): Actor => ({ kind: 'centre', id, name })

/**
 * A centre at the address it sent from. Limits count by centre, since its desks may share an
 * address with others.
 */
export const centreSender = ({ id }: Centre, address: string): Sender => ({
  channel: 'http',
  address: id,
  source: `${id}@${address.includes(':') ? `[${address}]` : address}`,
})

/** The item's JSON text, which is kept with it and is as readable as a frame. */
export const itemBytes = (raw: unknown): Uint8Array => Buffer.from(JSON.stringify(raw) ?? '')

export interface ItemContext {
  readonly sender: Sender
  readonly bytes: Uint8Array
  readonly signalId: string
}

export function signalOf(item: Item, { sender, bytes, signalId }: ItemContext): Signal {
  const { account, position, verification, wrong, ...event } = item
  return reportedSignal(
    {
      ...event,
      ...(position && { position }),
      ...(verification && { verification }),
      wrongDetails: wrong,
    },
    { sender, account, signalId, frame: printable(bytes) },
  )
}

const reported = [
  'account',
  'table',
  'code',
  'qualifier',
  'partition',
  'zone',
  'user',
  'occurredAt',
] as const

/**
 * Equal for two signals that report the same event. It tells a repetition from an id that is
 * reused.
 */
export function reportDigest(signal: Signal): string {
  const told: ReadonlySet<string> = new Set(reported)
  const wrong = (signal.wrongDetails ?? []).filter(({ field }) => told.has(field))
  const said = reported.map((field) => signal[field])
  return sha256(JSON.stringify(wrong.length === 0 ? said : [...said, wrong])).slice(0, 16)
}
