import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { inLane } from './lane'

/**
 * When the newest closed incident with a person under threat was opened, as far as the room
 * remembers; null when it knows of none.
 */
export function lastThreat(room: Pick<Room, 'incidents' | 'closedIncidents'>): Instant | null {
  return room.closedIncidents.reduce<Instant | null>((last, id) => {
    const incident = room.incidents.get(id)
    if (!incident || !inLane(incident.kind)) return last
    return Math.max(last ?? incident.openedAt, incident.openedAt)
  }, null)
}
