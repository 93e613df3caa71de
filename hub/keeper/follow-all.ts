import type { RoomEvent } from '../../shared/room/events'
import type { Follow } from './matter'

/** Combines several rules of what else happens. Each rule sees what the ones before it added. */
export const followAll =
  (...follows: readonly Follow[]): Follow =>
  (room, events, meanwhile) => {
    const further: RoomEvent[] = []
    for (const follow of follows)
      further.push(
        ...follow(room, further.length > 0 ? [...events, ...further] : events, meanwhile),
      )
    return further
  }
