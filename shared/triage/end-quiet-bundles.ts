import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { bundlesToEnd } from './rules'

export const decideQuiet = (room: Room, _: object, at: Instant): readonly RoomEvent[] =>
  bundlesToEnd(room, at).map(({ id }) => ({ type: 'fold-ended', data: { foldId: id } }))
