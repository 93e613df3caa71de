import type { RoomEvent } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import type { HeldAccount } from '../../shared/signals/held-account'
import { foresee, receiveSignals } from '../../shared/signals/receive-signals'
import { type Quarantined, quarantinedSchema, type Signal } from '../../shared/signals/signal'
import { accountsOf } from '../../shared/sites/site'
import type { Following } from '../keeper/matter'

/**
 * Signals held for an unknown account take effect when its site becomes known, from an officer or
 * from the register. They take effect in the order they came, marked with when they came, and in
 * the same commit, so that nothing else of the account can come in between.
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
    // A new id: the quarantine entry keeps its own, so the journal can tell both apart.
    return entry && item.signal ? [{ ...item.signal, signalId: newId(), heldSince: entry.at }] : []
  })
}
