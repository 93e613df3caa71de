import type { Room } from '../room/room'
import { alarmedAccounts, heldWaits } from '../signals/held-alarm'

export function beaconWanted(room: Room): boolean {
  // `some` goes through the rows alone; looking each up by its id costs ten times as much.
  if (room.alarms.some(({ phase, priority }) => phase === 'raised' && priority === 1)) return true
  return alarmedAccounts(room.held).some(heldWaits)
}
