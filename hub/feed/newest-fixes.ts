import type { Position } from '../../shared/teams/position'

/**
 * Gathers fixes between two broadcasts. It keeps only the newest of each team, so a slow broadcast
 * never falls behind.
 */
export function createNewestFixes() {
  let gathered = new Map<string, Position>()
  return {
    add(fix: Position): void {
      gathered.set(fix.teamId, fix)
    },
    take(): Position[] {
      const taken = [...gathered.values()]
      gathered = new Map()
      return taken
    },
  }
}
