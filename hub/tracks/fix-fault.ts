import { type Instant, minute } from '../../shared/lang/instant'
import type { Position } from '../../shared/teams/position'

/** How far a device's clock may run ahead before its fix is rejected. */
const mostAhead = minute

export type FixFault = 'in-the-future' | 'null-island' | 'not-newer'

/**
 * Why a fix is rejected, or null. Receivers without a fix report (0, 0). A fix that is not newer
 * than the team's last one would make the car jump back.
 */
export function fixFault(fix: Position, last: Position | undefined, now: Instant): FixFault | null {
  if (fix.at > now + mostAhead) return 'in-the-future'
  if (fix.lon === 0 && fix.lat === 0) return 'null-island'
  if (last && fix.at <= last.at) return 'not-newer'
  return null
}
