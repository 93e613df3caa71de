import type { RoomEvent } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import type { HeldAccount } from '../../shared/signals/held-account'
import { foresee, receiveSignals } from '../../shared/signals/receive-signals'
import { type Quarantined, quarantinedSchema, type Signal } from '../../shared/signals/signal'
import { accountsOf } from '../../shared/sites/site'
import type { Following } from '../keeper/matter'

/**
 * What was held of an account takes effect when it becomes known whose it is, by an officer's word
 * or by the register: in the order it came, marked with when it came, and in the same commit, so
 * that nothing of the account can come in between.
 */
export function followKnown(newId: () => string) {
  return (
    room: WholeRoom,
    events: readonly RoomEvent[],
    { at, entryAt }: Following,
  ): readonly RoomEvent[] => {
    const held = events
      .flatMap(accountsMadeKnown)
      .map((account) => room.held.get(account))
      .filter((row) => row !== undefined)
    if (held.length === 0) return []
    const signals = held.flatMap((row) => signalsOf(row, entryAt, newId))
    return receiveSignals(foresee(room, events, at), signals, { at, newId })
  }
}

function accountsMadeKnown(event: RoomEvent): readonly string[] {
  if (event.type === 'account-attached') return [event.data.account]
  return event.type === 'sites-registered' ? event.data.sites.flatMap(accountsOf) : []
}

function signalsOf(
  { seqs }: HeldAccount,
  entryAt: Following['entryAt'],
  newId: () => string,
): readonly Signal[] {
  return seqs.flatMap((seq) => {
    const entry = entryAt(seq)
    const item: Partial<Quarantined> = quarantinedSchema.safeParse(entry?.data).data ?? {}
    // Another id: the entry of the quarantine keeps its own, and both can be told apart in the
    // journal.
    return entry && item.signal ? [{ ...item.signal, signalId: newId(), heldSince: entry.at }] : []
  })
}
