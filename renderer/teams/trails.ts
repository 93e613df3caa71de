import type { Instant } from '../../shared/lang/instant'
import type { Positions } from '../../shared/teams/position'
import type { MapFeature } from '../map/feature-diff'

/** ms of a car's path drawn behind it. */
export const trailMs = 3 * 60_000
/** ms. Fixes closer in time add nothing visible. */
const stepMs = 4_000

interface Fix {
  readonly at: Instant
  readonly place: GeoJSON.Position
}
/** The last minutes of each followed team. */
export type Trails = ReadonlyMap<string, readonly Fix[]>

/**
 * Adds the newest fixes of teams under way. Drops the trail of a team that has come home, and all
 * trails when the time jumps back, as in a replay.
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

/** One line per team, ending where it is. */
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
