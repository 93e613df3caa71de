import type { Position } from '../../shared/teams/position'

/**
 * Gathers fixes between two sendings: of each team the newest only, so that a slow sending never
 * falls behind.
 */
export function createNewestFixes() {
  let gathered = new Map<string, Position>()
  return {
    add(fix: Position): void {
      gathered.set(fix.teamId, fix)
    },
    /** What came since the last take, one fix a team. */
    take(): Position[] {
      const taken = [...gathered.values()]
      gathered = new Map()
      return taken
    },
  }
}
