import { distance } from '../../../shared/geo/distance'
import { type Position, stalePosition } from '../../../shared/teams/position'

/** A fix this soon after the last one kept shows nothing new in a replay, ms. */
const leastTime = 2_000
/** A parked car's position varies by the receiver's error, metres. */
const leastWay = 5
/**
 * A parked car is still recorded this often, ms. A replay must tell "parked" from "silent", so this
 * stays well below the age at which a position counts as old.
 */
const longestTime = stalePosition - 5_000

/**
 * Chooses the fixes to keep for replay: a year of 48 cars at one fix a second would be 1.5 billion.
 */
export function createDecimator(): (positions: readonly Position[]) => readonly Position[] {
  const kept = new Map<string, Position>()
  return (positions) =>
    positions.filter((position) => {
      if (!worthKeeping(kept.get(position.teamId), position)) return false
      kept.set(position.teamId, position)
      return true
    })
}

function worthKeeping(last: Position | undefined, next: Position): boolean {
  if (!last) return true
  const passed = next.at - last.at
  if (passed < leastTime) return false
  return passed >= longestTime || distance(last, next) > leastWay
}
