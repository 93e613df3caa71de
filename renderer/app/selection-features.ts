import type { Place } from '../../shared/geo/place'
import type { Room } from '../../shared/room/room'
import { isActive } from '../../shared/teams/assignment'
import type { Positions } from '../../shared/teams/position'
import { recommendTeams, whereIs } from '../../shared/teams/recommend'
import { assignmentsOf } from '../../shared/teams/uncovered'
import type { Subject } from '../console/selection'
import type { MapFeature } from '../map/feature-diff'

const pointOf = ({ lon, lat }: Place): number[] => [lon, lat]

/** `key` names the piece of the map it goes round. */
const ring = (of: { id: string; key: string; main: boolean }, place: Place): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: pointOf(place) },
  properties: of,
})

const siteKey = ({ id }: { readonly id: string }): string => `site:${id}`
const teamKey = ({ id }: { readonly id: string }): string => `team:${id}`

const link = (id: string, from: Place, to: Place): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [pointOf(from), pointOf(to)] },
  properties: { id },
})

/** The place of the selection: its team, else its site; null when it has none. */
export function placeOf({ team, scene }: Subject, positions: Positions): Place | null {
  if (team) return whereIs(team, positions.get(team.id))
  return scene?.location ?? null
}

/** Candidates shown beside a site without a team: the recommended one and the next best. */
const candidatesShown = 2

/**
 * Other places that belong in view with the selection: the site a team goes to, the teams on their
 * way to a site, or those that would be sent. `now` is the room's time.
 */
export function whoGoes(
  { team, scene: site, alarm, incident }: Subject,
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
 * A ring round the selection, smaller ones round what belongs to it (its teams, its site), and
 * lines between them.
 */
export function selectionFeatures(
  room: Room,
  positions: Positions,
  subject: Subject,
): readonly MapFeature[] {
  const { team, scene: site, incident } = subject
  if (team) {
    const here = whereIs(team, positions.get(team.id))
    const own = ring({ id: 'selected', key: teamKey(team), main: true }, here)
    if (!site) return [own]
    const other = ring({ id: 'site', key: siteKey(site), main: false }, site.location)
    return [own, other, link('link', here, site.location)]
  }
  if (!site) return []
  // One on scene is docked to the site: nothing needs to lead to it.
  const runs = incident
    ? assignmentsOf(room, incident).filter((run) => isActive(run) && run.phase !== 'on-scene')
    : []
  const sent = runs.flatMap((run) => {
    const other = room.teams.get(run.teamId)
    if (!other) return []
    const at = whereIs(other, positions.get(other.id))
    const round = { id: `team-${run.id}`, key: teamKey(other), main: false }
    return [ring(round, at), link(`link-${run.id}`, at, site.location)]
  })
  return [ring({ id: 'selected', key: siteKey(site), main: true }, site.location), ...sent]
}
