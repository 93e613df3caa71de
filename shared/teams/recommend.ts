import { distance } from '../geo/distance'
import type { Place } from '../geo/place'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { isStale, type Position, type Positions } from './position'
import type { Team } from './team'

export interface Candidate {
  readonly teamId: string
  /** In a straight line to the incident. */
  readonly metres: number
  /** Estimated travel time. */
  readonly seconds: number
  /** ms; null when the team was judged by its post. */
  readonly positionAge: number | null
}

export interface PassedOver {
  readonly teamId: string
  readonly reason: 'busy' | 'out-of-service' | 'position-old'
  readonly metres: number
  readonly positionAge: number | null
}

export interface Recommendation {
  /** Nearest first; the first is the one recommended. */
  readonly candidates: readonly Candidate[]
  /** Nearer than the recommended team but not available; nearest first. */
  readonly passedOver: readonly PassedOver[]
}

/** Roads are longer than the straight line: the usual factor where no road graph is loaded. */
export const detourFactor = 1.3
/** Average speed of a response car in and around a town, m/s (45 km/h). */
export const averageSpeed = 12.5

/**
 * Ranks all teams for a place: available ones by straight-line distance, with an estimate "by air"
 * (line × 1.3 at 45 km/h). A team without a fix is judged by its post. A team with an old fix goes
 * behind all others, and is named.
 */
export function recommendTeams(
  room: Room,
  positions: Positions,
  to: Place,
  now: Instant,
): Recommendation {
  const fresh: Candidate[] = []
  const old: Candidate[] = []
  const passedOver: PassedOver[] = []
  for (const team of room.teams.values()) {
    const position = positions.get(team.id)
    const metres = distance(position ?? team.postLocation, to)
    const positionAge = position ? now - position.at : null
    const row = { teamId: team.id, metres, positionAge }
    if (team.phase !== 'available') {
      passedOver.push({ ...row, reason: team.phase === 'assigned' ? 'busy' : 'out-of-service' })
      continue
    }
    const candidate = { ...row, seconds: (metres * detourFactor) / averageSpeed }
    if (!position || !isStale(position, now)) {
      fresh.push(candidate)
      continue
    }
    old.push(candidate)
    passedOver.push({ ...row, reason: 'position-old' })
  }
  const nearest = (a: { metres: number }, b: { metres: number }) => a.metres - b.metres
  const candidates = [...fresh.sort(nearest), ...old.sort(nearest)]
  const first = candidates[0]
  const nearer = passedOver.filter(
    (row) => row.teamId !== first?.teamId && row.metres < (first?.metres ?? Infinity),
  )
  return { candidates, passedOver: nearer.sort(nearest) }
}

/** Its last fix, or its post when it never sent one. */
export const whereIs = (team: Team, position: Position | undefined): Place =>
  position ?? team.postLocation
