import { systemActor } from '../accounts/actor'
import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import type { WholeRoom } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import { receiveSignal } from './receive'
import type { Signal } from './signal'

/**
 * What one message's signals make happen, each judged by what those before it did: two zones of one
 * burglary are one alarm with two signals.
 */
export function receiveSignals(
  room: WholeRoom,
  signals: readonly Signal[],
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): readonly RoomEvent[] {
  const [first] = signals
  if (signals.length === 1 && first) return receiveSignal(room, first, { alarmId: newId(), at })
  let seen = room
  return signals.flatMap((signal) => {
    const events = receiveSignal(seen, signal, { alarmId: newId(), at })
    seen = foresee(seen, events, at)
    return events
  })
}

/**
 * The room once these events are in the journal, by which the next ones of the same commit are
 * judged.
 */
export const foresee = (room: WholeRoom, events: readonly RoomEvent[], at: Instant): WholeRoom =>
  events.reduce((seen, event) => {
    // The fold of signals ignores the author.
    const entry = unhashedEntry(event, { seq: seen.seq + 1, at, by: systemActor })
    return evolve(seen, entry)
  }, room)
