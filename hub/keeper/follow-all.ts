import type { RoomEvent } from '../../shared/room/events'
import type { Follow } from './matter'

/** Several rules of what else happens, each judging by what the ones before it made happen. */
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
