import type { Place } from './place'

/** Mean Earth radius in metres (IUGG). */
const earthRadius = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine). */
export function distance(a: Place, b: Place): number {
  const dLat = radians(b.lat - a.lat)
  const dLon = radians(b.lon - a.lon)
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Initial course from `a` to `b` in degrees clockwise from north, 0 to 360. */
export function bearing(a: Place, b: Place): number {
  const dLon = radians(b.lon - a.lon)
  const y = Math.sin(dLon) * Math.cos(radians(b.lat))
  const x =
    Math.cos(radians(a.lat)) * Math.sin(radians(b.lat)) -
    Math.sin(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.cos(dLon)
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360
}

/**
 * The place `metres` further on the course `degrees` from `from`; good to a few metres over tens of
 * kilometres.
 */
export function destination(from: Place, degrees: number, metres: number): Place {
  const north = (metres * Math.cos(radians(degrees))) / earthRadius
  const east = (metres * Math.sin(radians(degrees))) / (earthRadius * Math.cos(radians(from.lat)))
  return { lon: from.lon + (east * 180) / Math.PI, lat: from.lat + (north * 180) / Math.PI }
}
