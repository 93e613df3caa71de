import type { Mark } from '../../shared/expected/mark'
import type { Place } from '../../shared/geo/place'
import { sceneOf } from '../../shared/incidents/scene'
import type { Room } from '../../shared/room/room'
import type { Assignment } from '../../shared/teams/assignment'
import { isStale, type Position, type Positions } from '../../shared/teams/position'
import { whereIs } from '../../shared/teams/recommend'
import type { Team } from '../../shared/teams/team'
import type { MapFeature } from '../map/feature-diff'

/** A car that stands turns its fix about, m/s. */
const movingSpeed = 1

interface Made {
  readonly position: Position | undefined
  readonly look: string
  readonly feature: MapFeature
}
const made = new WeakMap<Team, Made>()

const ownLook = { acknowledged: true, 'en-route': true, 'on-scene': true }

/** A team's symbol: what it is doing, and whether its position can be trusted. */
export function teamLook(
  room: Pick<Room, 'assignments'>,
  team: Team,
  position: Position | undefined,
  now: number,
): string {
  const stale = position && isStale(position, now) ? '-old' : ''
  if (team.phase !== 'assigned') return `team-${team.phase}${stale}`
  const phase = room.assignments.get(team.assignmentId)?.phase
  return `team-${phase && phase in ownLook ? phase : 'assigned'}${stale}`
}

/** All teams as points; an unchanged one is the same object as last time. */
export function teamFeatures(
  room: Pick<Room, 'assignments' | 'teams'>,
  positions: Positions,
  now: number,
  marks: ReadonlySet<Mark> = new Set(),
): readonly MapFeature[] {
  return [...room.teams.values()].map((team) => {
    const position = positions.get(team.id)
    const pending = team.phase === 'assigned' && marks.has(`team:${team.id}`)
    const look = pending ? 'team-assigned-pending' : teamLook(room, team, position, now)
    const known = made.get(team)
    if (known && known.position === position && known.look === look) return known.feature
    const place = whereIs(team, position)
    const feature: MapFeature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
      properties: {
        id: team.id,
        icon: look,
        callSign: team.callSign,
        heading: position?.heading ?? null,
        moving: (position?.speed ?? 0) > movingSpeed,
        sort: team.phase === 'assigned' ? 1 : 0,
      },
    }
    made.set(team, { position, look, feature })
    return feature
  })
}

interface MadeLine {
  readonly from: Place
  readonly to: Place
  readonly feature: MapFeature
}
const madeLines = new WeakMap<Assignment, MadeLine>()

/** Dotted lines from each team to its incident: they show what belongs together, not a route. */
export function assignmentLines(
  room: Pick<Room, 'teams' | 'assignments' | 'incidents' | 'sites'>,
  positions: Positions,
): readonly MapFeature[] {
  const lines: MapFeature[] = []
  for (const team of room.teams.values()) {
    if (team.phase !== 'assigned') continue
    const assignment = room.assignments.get(team.assignmentId)
    const site = sceneOf(room, room.incidents.get(assignment?.incidentId ?? ''))
    if (!assignment || !site || assignment.phase === 'on-scene') continue
    lines.push(lineOf(assignment, whereIs(team, positions.get(team.id)), site.location))
  }
  return lines
}

function lineOf(assignment: Assignment, from: Place, to: Place): MapFeature {
  const known = madeLines.get(assignment)
  if (known && known.from === from && known.to === to) return known.feature
  const coordinates = [from, to].map(({ lon, lat }) => [lon, lat])
  const feature: MapFeature = {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: { id: assignment.id },
  }
  madeLines.set(assignment, { from, to, feature })
  return feature
}
