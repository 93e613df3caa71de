import type { Place } from '../geo/place'

/** Uzbekistan's bounding box in degrees, rounded outwards. */
const country = { west: 55.9, east: 73.2, south: 37.1, north: 45.7 }

const inside = ({ lon, lat }: Place): boolean =>
  lon >= country.west && lon <= country.east && lat >= country.south && lat <= country.north

/**
 * What looks odd about a site's place, or null. A place abroad may be right, so this is never an
 * error.
 */
export function placeNote(place: Place): string | null {
  if (inside(place)) return null
  const said = `lat ${place.lat}, lon ${place.lon}`
  if (inside({ lon: place.lat, lat: place.lon }))
    return `${said} lies outside Uzbekistan; swapped it would lie inside`
  return `${said} lies outside Uzbekistan`
}
