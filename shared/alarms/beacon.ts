import type { Room } from '../room/room'
import { alarmedAccounts, heldWaits } from '../signals/held-alarm'

/**
 * The beacon turns while an alarm of the first priority waits for an officer to take it, of
 * whatever account.
 */
export function beaconWanted(room: Room): boolean {
  for (const id of room.openAlarms.values()) {
    const alarm = room.alarms.get(id)
    if (alarm?.phase === 'raised' && alarm.priority === 1) return true
  }
  return alarmedAccounts(room.held).some(heldWaits)
}
