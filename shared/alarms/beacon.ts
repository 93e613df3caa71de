import type { Room } from '../console/room'

/** The beacon turns while an alarm of the first priority waits for an officer to take it. */
export function beaconWanted(room: Room): boolean {
  for (const id of room.openAlarms.values()) {
    const alarm = room.alarms.get(id)
    if (alarm?.phase === 'raised' && alarm.priority === 1) return true
  }
  return false
}
