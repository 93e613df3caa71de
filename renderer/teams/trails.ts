import type { Instant } from '../../shared/lang/instant'
import type { Positions } from '../../shared/teams/position'
import type { MapFeature } from '../map/feature-diff'

/** How long the way of a car behind it is drawn (ms). */
export const trailMs = 3 * 60_000
/** Fixes nearer in time than this add nothing that can be seen (ms). */
const stepMs = 4_000

interface Fix {
  readonly at: Instant
  readonly place: GeoJSON.Position
}
/** The last minutes of each team that is followed. */
export type Trails = ReadonlyMap<string, readonly Fix[]>

/**
 * Adds the newest fixes of the teams under way. The trail of a team that has come home is dropped;
 * so are all when the time jumps back, as a replay does.
 */
export function prolonged(trails: Trails, positions: Positions, teamIds: Iterable<string>): Trails {
  const next = new Map<string, readonly Fix[]>()
  for (const id of teamIds) {
    const known = trails.get(id) ?? []
    const position = positions.get(id)
    if (!position) continue
    const { at, lon, lat } = position
    const last = known.at(-1)
    const before = last && at < last.at ? [] : known.filter((fix) => fix.at >= at - trailMs)
    const fresh = !last || before.length === 0 || at - last.at >= stepMs
    next.set(id, fresh ? [...before, { at, place: [lon, lat] }] : before)
  }
  return next
}

/** One line a team, ending where it is. */
export const trailLines = (trails: Trails, positions: Positions): readonly MapFeature[] =>
  Array.from(trails).flatMap(([id, fixes]) => {
    const here = positions.get(id)
    const places = fixes.map(({ place }) => place)
    const coordinates = here ? [...places, [here.lon, here.lat]] : places
    return coordinates.length < 2
      ? []
      : [
          {
            type: 'Feature' as const,
            geometry: { type: 'LineString' as const, coordinates },
            properties: { id: `trail-${id}` },
          },
        ]
  })
