import { bearing, destination, distance } from '../geo/distance'
import type { Place } from '../geo/place'
import { apportion, between, chance, pick, type Random, sign } from './random'
import { roads, type Town, townNamed } from './towns'

export interface RoadsidePlace {
  readonly location: Place
  readonly town: Town
  readonly address: string
}

/** Villages stand about this far apart, metres. */
const villageEvery = 4_500

/** Places along the roads: most of them in villages, the others on their own. */
export function roadsidePlaces(count: number, random: Random): RoadsidePlace[] {
  const ends = roads.map(([from, to]) => ({ from: townNamed(from), to: townNamed(to) }))
  const shares = apportion(
    count,
    ends.map(({ from, to }) => distance(from, to)),
  )
  return ends.flatMap((road, index) => alongRoad(road, shares[index] ?? 0, random))
}

function alongRoad(
  { from, to }: { from: Town; to: Town },
  count: number,
  random: Random,
): RoadsidePlace[] {
  const length = distance(from, to)
  const bow = sign(random) * length * between(random, 0.02, 0.05)
  const villageCount = Math.max(1, Math.round(length / villageEvery))
  const villages = Array.from({ length: villageCount }, (_, at) => {
    const share = (at + between(random, 0.3, 0.7)) / villageCount
    return from.radius + share * (length - from.radius - to.radius)
  })
  return Array.from({ length: count }, () => {
    const village = pick(random, villages)
    const alone = chance(random, 0.2)
    const metres = alone
      ? between(random, from.radius, length - to.radius)
      : village + between(random, -700, 700)
    const aside = sign(random) * between(random, 15, alone ? 60 : 420)
    const lateral = Math.sin((Math.PI * metres) / length) * bow + aside
    const course = bearing(from, to)
    const spot = destination(destination(from, course, metres), course + 90, lateral)
    return {
      location: { lon: Math.round(spot.lon * 1e5) / 1e5, lat: Math.round(spot.lat * 1e5) / 1e5 },
      town: metres < length / 2 ? from : to,
      address: `Demo road ${from.name} – ${to.name}, km ${Math.round(metres / 1000)}`,
    }
  })
}
