import { type Project, type ScreenPoint, worldProjection } from './flat-projection'

/** Below this zoom, everything in one town or district is drawn as one. */
export const bubbleZoom = 13

/** Things drawn as one, and where. */
export interface Group<Thing> {
  readonly id: string
  readonly at: GeoJSON.Position
  readonly members: readonly Thing[]
}

export interface Town {
  readonly at: GeoJSON.Position
  /** 0 is the capital; greater numbers are smaller towns. */
  readonly rank: number
  /** In the unit's own region. */
  readonly own: boolean
  /** By the base map's property: `uz`, `uzc`, `ru`, `en`. */
  readonly names: Readonly<Record<string, string>>
}

/**
 * CSS pixels. What lies this near to a town's point belongs to the town: its streets, at that zoom.
 */
const townReach = 60
/** Side of a district, CSS pixels at its zoom: wider than the largest bubble. */
const districtSide = 104
/** From `bubbleZoom` on: symbols closer than this would cover each other. */
const stackSide = 28

/**
 * Groups things by town. Beyond the towns, or in a town that already fills the screen, it groups by
 * district. From `bubbleZoom` on only what would overlap is one group. Moving the map changes no
 * group.
 */
export function grouped<Thing>(
  things: readonly Thing[],
  placeOf: (thing: Thing) => GeoJSON.Position,
  { zoom, towns }: { readonly zoom: number; readonly towns: readonly Town[] },
): readonly Group<Thing>[] {
  const project = worldProjection(zoom)
  const near = zoom < bubbleZoom ? nearestTown(towns, project) : () => null
  const cells = cellsAt(zoom)
  const groups = new Map<string, { town: Town | null; members: Thing[] }>()
  for (const thing of things) {
    const place = placeOf(thing)
    const town = near(project(place))
    const key = town ? `town ${town.at.join(' ')}` : cells(place)
    const group = groups.get(key)
    if (group) group.members.push(thing)
    else groups.set(key, { town, members: [thing] })
  }
  return Array.from(groups, ([id, { town, members }]) => ({
    id,
    at: members.length > 1 && town ? town.at : middleOf(members.map(placeOf)),
    members,
  }))
}

function nearestTown(towns: readonly Town[], project: Project) {
  const points = towns.map((town) => ({ town, at: project(town.at) }))
  return ([x, y]: ScreenPoint): Town | null => {
    let found: Town | null = null
    let least = townReach
    for (const { town, at } of points) {
      const away = Math.hypot(at[0] - x, at[1] - y)
      if (away < least) [found, least] = [town, away]
    }
    return found
  }
}

/** Cells of whole zooms, so that no bubble changes while the map comes slightly closer. */
function cellsAt(zoom: number): (place: GeoJSON.Position) => string {
  const level = Math.floor(zoom)
  const side = zoom < bubbleZoom ? districtSide : stackSide
  const project = worldProjection(level)
  return (place) => {
    const [x, y] = project(place)
    return `cell ${level} ${Math.floor(x / side)} ${Math.floor(y / side)}`
  }
}

function middleOf(places: readonly GeoJSON.Position[]): GeoJSON.Position {
  const sum = (axis: number) => places.reduce((all, place) => all + (place[axis] ?? 0), 0)
  return [sum(0) / places.length, sum(1) / places.length]
}
