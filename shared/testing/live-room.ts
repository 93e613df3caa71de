import { expect } from 'vitest'
import type { Actor } from '../accounts/actor'
import { type Instant, second } from '../lang/instant'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import { emptyRoom } from '../room/empty-room'
import type { Entry, RoomEvent } from '../room/events'
import { evolve, evolveAll } from '../room/evolve'
import { unhashedEntry } from '../room/unhashed-entry'
import { receiveSignal } from '../signals/receive'
import type { Signal } from '../signals/signal'
import { officer, receiver } from './builders'
import { entriesOf, type Past } from './given'

/**
 * A room in which things happen one after another, each at its instant, as in a hub: for stories
 * longer than one signal. Alarms are named `a1`, `a2`, … in the order of their signals.
 */
export function liveRoom(...past: (RoomEvent | Past)[]) {
  const entries = entriesOf(past)
  let room = evolveAll(emptyRoom, entries)
  let received = 0
  const happen = (events: readonly RoomEvent[], by: Actor, at: Instant) => {
    for (const event of events) {
      const entry = unhashedEntry(event, { seq: room.seq + 1, at, by })
      entries.push(entry)
      room = evolve(room, entry)
    }
    return events
  }
  return {
    get room() {
      return room
    },
    /** Everything that happened in it, its beginning included. */
    get entries(): readonly Entry[] {
      return entries
    },
    happen: (events: readonly RoomEvent[], at: Instant, by: Actor = officer) =>
      happen(events, by, at),
    /** Takes in a signal; returns the types of the resulting events. */
    receive(signal: Signal, at: Instant): readonly RoomEvent['type'][] {
      received += 1
      const named = { ...signal, signalId: `s${received}` }
      return happen(receiveSignal(room, named, { alarmId: `a${received}`, at }), receiver, at).map(
        ({ type }) => type,
      )
    },
    give(command: Command, at: Instant, by: Actor = officer): readonly RoomEvent['type'][] {
      const decision = decide(room, command, { by, at })
      expect(decision).toMatchObject({ outcome: 'accepted' })
      return decision.outcome === 'accepted'
        ? happen(decision.events, by, at).map(({ type }) => type)
        : []
    },
    /** What a command would result in. */
    ask: (command: Command, at: Instant, by: Actor = officer) => decide(room, command, { by, at }),
  }
}
export type LiveRoom = ReturnType<typeof liveRoom>

/** A quarter past two at night, when things happen in these stories. */
export const night = 1_790_000_000 * second
