import { expect } from 'vitest'
import type { Actor } from '../accounts/actor'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import { emptyRoom } from '../room/empty-room'
import type { Entry, RoomEvent } from '../room/events'
import { evolveAll } from '../room/evolve'
import type { WholeRoom } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import { receiveSignal } from '../signals/receive'
import type { Signal } from '../signals/signal'
import { officer } from './builders'

export interface Past {
  readonly event: RoomEvent
  readonly by?: Actor
  readonly at?: number
}

const isPast = (value: RoomEvent | Past): value is Past => 'event' in value

/**
 * Makes entries from events, one second apart from `start`, without a hash chain, which no fold
 * reads.
 */
export function entriesOf(past: readonly (RoomEvent | Past)[], start = 1_000): Entry[] {
  return past.map((item, index) => {
    const { event, by, at } = isPast(item) ? item : { event: item, by: officer, at: undefined }
    return unhashedEntry(event, {
      seq: index + 1,
      at: at ?? start + index * 1_000,
      by: by ?? officer,
    })
  })
}

export const roomOf = (...past: (RoomEvent | Past)[]): WholeRoom =>
  evolveAll(emptyRoom, entriesOf(past))

/**
 * Given past events, when somebody wants something (or a signal comes in), then that happens, or is
 * refused for this reason.
 */
export function given(...past: (RoomEvent | Past)[]) {
  const room = roomOf(...past)
  return {
    room,
    when(command: Command, by: Actor = officer, at = 100_000) {
      const decision = decide(room, command, { by, at })
      return {
        thenAccepted: (...events: RoomEvent[]) =>
          expect(decision).toEqual({ outcome: 'accepted', events }),
        thenTypes: (...types: RoomEvent['type'][]) =>
          expect(
            decision.outcome === 'accepted' ? decision.events.map((event) => event.type) : decision,
          ).toEqual(types),
        thenAgreed: (code: string, text?: string) => {
          expect(decision).toMatchObject({
            outcome: 'agreed',
            notice: { code, ...(text ? { text } : {}) },
          })
        },
        thenRefused: (code: string, text?: string) => {
          expect(decision).toMatchObject({
            outcome: 'refused',
            refusal: { code, ...(text ? { text } : {}) },
          })
        },
      }
    },
    whenReceived(signal: Signal, alarmId = 'new-alarm', at = 100_000) {
      const events = receiveSignal(room, signal, { alarmId, at })
      return {
        thenTypes: (...types: RoomEvent['type'][]) =>
          expect(events.map((event) => event.type)).toEqual(types),
        events,
      }
    },
  }
}
