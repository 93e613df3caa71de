import { distance } from '../../../shared/geo/distance'
import { type Position, stalePosition } from '../../../shared/teams/position'

/** A fix this soon after the one kept before adds nothing a replay could show, ms. */
const leastTime = 2_000
/** A car that stands trembles by the error of its receiver, metres. */
const leastWay = 5
/**
 * A car that stands is noted all the same this often, ms: the replay must tell "stands" from
 * "silent", so it stays well below the age at which a position counts as old.
 */
const longestTime = stalePosition - 5_000

/**
 * Chooses the fixes worth keeping for replay: a year of 48 cars at one a second would be 1.5
 * thousand million.
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
