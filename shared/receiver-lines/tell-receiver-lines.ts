import { z } from 'zod'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { receiverLineEvents } from './receiver-line'

const stateSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('link-lost'), data: receiverLineEvents['link-lost'] }),
  z.object({ type: z.literal('link-restored'), data: receiverLineEvents['link-restored'] }),
])
export type LineState = z.output<typeof stateSchema>

/** The states of several lines, as they are now. */
export const lineStatesSchema = z.object({ states: z.array(stateSchema) })

/** Records only what the room does not already say. */
export const decideTellLine = (
  room: Room,
  { states }: z.output<typeof lineStatesSchema>,
): readonly RoomEvent[] => states.filter((state) => isNews(room, state))

/** A receiver line never heard of is news either way: the console lists it from then on. */
export const isNews = (room: Room, { type, data }: LineState): boolean =>
  room.receiverLines.get(data.linkId)?.lost !== (type === 'link-lost')
