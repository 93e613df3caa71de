import type { z } from 'zod'
import type { Instant } from '../lang/instant'
import { type EventData, type EventType, eventData, type RoomEvent } from '../room/events'
import type { WholeRoom } from '../room/room'

/**
 * What the hub itself wants to happen, as data, so that another process can decide it. It is
 * decided on the newest room, and decided again if a newer one appeared meanwhile. So it must not
 * draw ids: its data holds those it needs.
 */
export interface IntentRule<Schema extends z.ZodType> {
  readonly schema: Schema
  readonly decide: (room: WholeRoom, data: z.output<Schema>, at: Instant) => readonly RoomEvent[]
}

export const intent = <Schema extends z.ZodType>(
  schema: Schema,
  decide: IntentRule<Schema>['decide'],
): IntentRule<Schema> => ({ schema, decide })

/** A fact, whatever the room says: the intent holds the whole event. */
export const witnessed = <Type extends EventType>(type: Type): IntentRule<EventData[Type]> => ({
  schema: eventData[type],
  decide: (_, data) => [{ type, data } as RoomEvent],
})
