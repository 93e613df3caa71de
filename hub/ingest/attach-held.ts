import type { RoomEvent } from '../../shared/console/events'
import type { HeldAccount, Room } from '../../shared/console/room'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Instant } from '../../shared/lang/instant'
import { type Quarantined, quarantinedSchema, type Signal } from '../../shared/signals/signal'
import { foresee, receiveSignals } from './receive-signals'

export interface HeldParts {
  readonly read: (after: number, limit: number) => readonly AnyEntry[]
  readonly newId: () => string
}

/**
 * What was held of an account takes effect when an officer says which site it belongs to: in the order it came, marked
 * with when it came, and in the commit of the attachment itself, so that nothing of the account can come in between.
 */
export function followAttachment({ read, newId }: HeldParts) {
  return (room: Room, events: readonly RoomEvent[], at: Instant): readonly RoomEvent[] => {
    const [attached] = events
    if (attached?.type !== 'account-attached') return []
    const held = room.held.get(attached.data.account)
    if (held === undefined) return []
    return receiveSignals(foresee(room, events, at), signalsOf(held, { read, newId }), { at, newId })
  }
}

function signalsOf({ seqs }: HeldAccount, { read, newId }: HeldParts): readonly Signal[] {
  return seqs.flatMap((seq) => {
    const [entry] = read(seq - 1, 1)
    const item: Partial<Quarantined> = quarantinedSchema.safeParse(entry?.data).data ?? {}
    // Another id: the entry of the quarantine keeps its own, and both can be told apart in the journal.
    return entry && item.signal ? [{ ...item.signal, signalId: newId(), heldSince: entry.at }] : []
  })
}
