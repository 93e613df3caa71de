import type { z } from 'zod'
import type { Instant } from '../lang/instant'
import { type EventData, type EventType, eventData, type RoomEvent } from '../room/events'
import type { WholeRoom } from '../room/room'

/**
 * What the hub itself wants to happen, as data: so whoever decides can be in another process. It is
 * decided on the newest room, and again when that was not the newest, so it must not draw ids: what
 * it needs of them is in its data.
 */
export interface IntentRule<Schema extends z.ZodType> {
  readonly schema: Schema
  readonly decide: (room: WholeRoom, data: z.output<Schema>, at: Instant) => readonly RoomEvent[]
}

export const intent = <Schema extends z.ZodType>(
  schema: Schema,
  decide: IntentRule<Schema>['decide'],
): IntentRule<Schema> => ({ schema, decide })

/** Something that has happened, whatever the room says: the intent says all of its event. */
export const witnessed = <Type extends EventType>(type: Type): IntentRule<EventData[Type]> => ({
  schema: eventData[type],
  decide: (_, data) => [{ type, data } as RoomEvent],
})
