import type { Priority } from '../codes/kinds'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { alarmedAccounts, heldPriority, heldWaits } from '../signals/held-alarm'
import { inLane } from './lane'
import { openAlarms } from './queue'

/**
 * How many alarms nobody has taken, including those of unknown accounts. Filters do not change
 * these counts.
 */
export interface UnansweredCounts {
  readonly total: number
  readonly byPriority: Readonly<Record<Priority, number>>
  readonly lane: number
  /** When the newest of the lane was raised; null while there is none. */
  readonly laneNewest: Instant | null
}

export function countUnanswered(room: Pick<Room, 'alarms' | 'held'>): UnansweredCounts {
  const byPriority = { 1: 0, 2: 0, 3: 0, 4: 0 }
  const raised: Instant[] = []
  const { waiting } = openAlarms(room)
  for (const { priority, kind, raisedAt } of waiting) {
    byPriority[priority] += 1
    if (inLane(kind)) raised.push(raisedAt)
  }
  const accounts = alarmedAccounts(room.held).filter(heldWaits)
  for (const { alarm } of accounts) {
    byPriority[heldPriority] += 1
    if (inLane(alarm.kind)) raised.push(alarm.raisedAt)
  }
  return {
    total: waiting.length + accounts.length,
    byPriority,
    lane: raised.length,
    laneNewest: raised.reduce<Instant | null>((last, at) => Math.max(last ?? at, at), null),
  }
}
