import type { Room } from '../room/room'
import { alarmedAccounts, heldWaits } from '../signals/held-alarm'

/**
 * The beacon turns while an alarm of the first priority waits for an officer, whether or not its
 * account is known.
 */
export function beaconWanted(room: Room): boolean {
  // `some` goes through the rows alone; looking each up by its id costs ten times as much.
  if (room.alarms.some(({ phase, priority }) => phase === 'raised' && priority === 1)) return true
  return alarmedAccounts(room.held).some(heldWaits)
}
