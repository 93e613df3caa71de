import { z } from 'zod'
import { eventData, type RoomEvent } from '../room/events'
import type { Room } from '../room/room'

export const newUsersSchema = z.object({ users: z.array(eventData['user-registered']) })

export const decideRegisterUsers = (
  _: Room,
  { users }: z.output<typeof newUsersSchema>,
): readonly RoomEvent[] => users.map((data) => ({ type: 'user-registered', data }))
