import type { Place } from '../../shared/geo/place'

/** The length of a degree of latitude in metres. */
const perDegree = 111_195
/** Around what is drawn, in units of the picture. */
const margin = 36
/** No picture shows less ground than this, in metres: a site alone stands in its streets. */
const leastGround = 800

/** A flat picture that has all places in it, north up; good for the size of a region. */
export function fitted(
  places: readonly Place[],
  { width, height }: { readonly width: number; readonly height: number },
) {
  const lats = places.map(({ lat }) => lat)
  const lons = places.map(({ lon }) => lon)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const narrowing = Math.cos((middle.lat * Math.PI) / 180)
  const metresPerUnit = Math.max(
    ((east - west) * perDegree * narrowing) / (width - 2 * margin),
    ((north - south) * perDegree) / (height - 2 * margin),
    leastGround / width,
  )
  const point = ({ lat, lon }: Place): readonly [x: number, y: number] => [
    round(width / 2 + ((lon - middle.lon) * perDegree * narrowing) / metresPerUnit),
    round(height / 2 - ((lat - middle.lat) * perDegree) / metresPerUnit),
  ]
  return { point, metresPerUnit }
}

const round = (value: number): number => Math.round(value * 10) / 10
