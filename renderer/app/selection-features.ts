import type { Place } from '../../shared/geo/place'
import type { Room } from '../../shared/room/room'
import { isActive } from '../../shared/teams/assignment'
import type { Positions } from '../../shared/teams/position'
import { recommendTeams, whereIs } from '../../shared/teams/recommend'
import { assignmentsOf } from '../../shared/teams/uncovered'
import type { Subject } from '../console/selection'
import type { MapFeature } from '../map/feature-diff'

const pointOf = ({ lon, lat }: Place): number[] => [lon, lat]

const ring = (id: string, place: Place, main: boolean): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: pointOf(place) },
  properties: { id, main },
})

const link = (id: string, from: Place, to: Place): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [pointOf(from), pointOf(to)] },
  properties: { id },
})

/** Where the selection is on the map: its team, else its site; null when it is nowhere. */
export function placeOf({ team, site }: Subject, positions: Positions): Place | null {
  if (team) return whereIs(team, positions.get(team.id))
  return site?.location ?? null
}

/** Candidates shown beside a site nobody was sent to yet: the recommended one and the next best. */
const candidatesShown = 2

/**
 * The other places that belong in view with the selection: the site a team goes to; the teams on
 * their way to a site, or the ones that would be sent. `now` is the room's time.
 */
export function whoGoes(
  { team, site, alarm, incident }: Subject,
  room: Room,
  positions: Positions,
  now: number,
): Place[] {
  if (team) return site ? [site.location] : []
  if (!site || !(alarm || incident)) return []
  const runs = incident ? assignmentsOf(room, incident).filter(isActive) : []
  const ids =
    runs.length > 0
      ? runs.map((run) => run.teamId)
      : recommendTeams(room, positions, site.location, now)
          .candidates.slice(0, candidatesShown)
          .map((candidate) => candidate.teamId)
  return ids.flatMap((id) => {
    const other = room.teams.get(id)
    return other ? [whereIs(other, positions.get(id))] : []
  })
}

/**
 * A ring round what is selected, smaller ones round what belongs to it (its teams, its site), and
 * lines between them.
 */
export function selectionFeatures(
  room: Room,
  positions: Positions,
  subject: Subject,
): readonly MapFeature[] {
  const { team, site, incident } = subject
  if (team) {
    const here = whereIs(team, positions.get(team.id))
    const own = ring('selected', here, true)
    return site
      ? [own, ring('site', site.location, false), link('link', here, site.location)]
      : [own]
  }
  if (!site) return []
  const runs = incident ? assignmentsOf(room, incident).filter(isActive) : []
  const sent = runs.flatMap((run) => {
    const other = room.teams.get(run.teamId)
    if (!other) return []
    const at = whereIs(other, positions.get(other.id))
    return [ring(`team-${run.id}`, at, false), link(`link-${run.id}`, at, site.location)]
  })
  return [ring('selected', site.location, true), ...sent]
}
