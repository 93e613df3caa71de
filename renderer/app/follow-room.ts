import type { AnyEntry } from '../../shared/journal/entry'
import { upcast } from '../../shared/room/events'
import { evolve } from '../../shared/room/evolve'
import type { Room } from '../../shared/room/room'
import type { Position, Positions } from '../../shared/teams/position'

/**
 * The room after the entries that follow it; those it already has are skipped. Throws on an entry
 * that only a newer version knows.
 */
export function foldNext(room: Room, entries: readonly AnyEntry[]): Room | 'gap' {
  let next = room
  for (const entry of entries) {
    if (entry.seq <= next.seq) continue
    if (entry.seq !== next.seq + 1) return 'gap'
    next = evolve(next, upcast(entry))
  }
  return next
}

/** The newest fix of each team. The same map when nothing is newer, so that nothing is redrawn. */
export function newest(before: Positions, fixes: readonly Position[]): Positions {
  const newer = fixes.filter(
    (fix) => fix.at > (before.get(fix.teamId)?.at ?? Number.NEGATIVE_INFINITY),
  )
  if (newer.length === 0) return before
  const next = new Map(before)
  for (const fix of newer)
    if (fix.at > (next.get(fix.teamId)?.at ?? Number.NEGATIVE_INFINITY)) next.set(fix.teamId, fix)
  // A later fix of the same team in this batch has replaced the earlier one.
  return next
}
