import type { Actor } from '../accounts/actor'
import type { Decision } from '../lang/decision'
import type { Instant } from '../lang/instant'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import type { RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import type { Room } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import type { Mark } from './mark'
import { marksOf } from './marks'

export interface Given {
  readonly commandId: string
  readonly command: Command
  readonly by: Actor
  /** When it was given, by the hub's clock. */
  readonly at: Instant
}

/** The room as it will be if nobody else acts before the hub receives the pending commands. */
export interface Expected<R extends Room = Room> {
  readonly room: R
  /** What in the room is only expected, mapped to the last command that touches it. */
  readonly marks: ReadonlyMap<Mark, string>
  /** The current verdict on each command, by its id. The hub judges again. */
  readonly verdicts: ReadonlyMap<string, Decision<RoomEvent>>
}

export function expectedRoom<R extends Room>(hub: R, given: readonly Given[]): Expected<R> {
  let room = hub
  const marks = new Map<Mark, string>()
  const verdicts = new Map<string, Decision<RoomEvent>>()
  for (const { commandId, command, by, at } of given) {
    const decision = decide(room, command, { by, at })
    verdicts.set(commandId, decision)
    if (decision.outcome !== 'accepted') continue
    for (const event of decision.events) {
      // Numbered as the hub's next entry would be, so that log lines keep their order.
      const entry = unhashedEntry(event, {
        seq: room.seq + 1,
        at: Math.max(at, room.at),
        by,
        cause: commandId,
      })
      for (const mark of marksOf(room, entry)) marks.set(mark, commandId)
      room = evolve(room, entry)
    }
  }
  return { room: room === hub ? hub : { ...room, seq: hub.seq, at: hub.at }, marks, verdicts }
}

/**
 * The commands that would be refused without this one, so that taking it back takes them back too.
 */
export function dependentsOf(
  hub: Room,
  given: readonly Given[],
  commandId: string,
): readonly string[] {
  const before = expectedRoom(hub, given).verdicts
  const rest = given.filter((other) => other.commandId !== commandId)
  const after = expectedRoom(hub, rest).verdicts
  const isRefused = (verdicts: Expected['verdicts'], id: string) =>
    verdicts.get(id)?.outcome === 'refused'
  return rest
    .map((other) => other.commandId)
    .filter((id) => isRefused(after, id) && !isRefused(before, id))
}
