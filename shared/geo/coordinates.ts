import type { Place } from './place'

/** The ways a place is read out: to a pilot, a navigator, a soldier. */
export const coordinateForms = ['decimal', 'dms', 'mgrs'] as const
export type CoordinateForm = (typeof coordinateForms)[number]

export function sayPlace(place: Place, form: CoordinateForm): string {
  switch (form) {
    case 'decimal':
      return `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`
    case 'dms':
      return `${dms(place.lat, 'N', 'S')} ${dms(place.lon, 'E', 'W')}`
    case 'mgrs':
      return mgrs(place)
  }
}

/** Degrees, minutes and seconds to a tenth: three metres. */
function dms(degrees: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000)
  const minutes = String(Math.floor(tenths / 600) % 60).padStart(2, '0')
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  return `${Math.floor(tenths / 36_000)}°${minutes}′${seconds}″${degrees < 0 ? negative : positive}`
}

const bands = 'CDEFGHJKLMNPQRSTUVWX'
const columns = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'] as const
const rows = 'ABCDEFGHJKLMNPQRSTUV'
const square = 100_000
/** The southern hemisphere counts from here, metres. */
const falseNorthing = 10_000_000

/**
 * The Military Grid Reference to a metre, as NGA.STND.0037 defines it; the irregular zones of
 * Norway and the poles are left out.
 */
function mgrs(place: Place): string {
  const zone = Math.min(60, Math.floor((place.lon + 180) / 6) + 1)
  const { easting, northing } = utm(place, zone)
  const band = bands[Math.max(0, Math.min(19, Math.floor(place.lat / 8) + 10))] ?? ''
  const column = columns[(zone - 1) % 3]?.[Math.floor(easting / square) - 1] ?? ''
  const north = place.lat < 0 ? northing + falseNorthing : northing
  const row = rows[(Math.floor(north / square) + (zone % 2 === 0 ? 5 : 0)) % 20] ?? ''
  const within = (metres: number) => String(Math.floor(metres % square)).padStart(5, '0')
  return `${zone}${band} ${column}${row} ${within(easting)} ${within(north)}`
}

/** WGS 84. */
const [axis, flattening] = [6_378_137, 1 / 298.257_223_563]
const scale = 0.9996

/** Transverse Mercator by Snyder's series (USGS paper 1395, 8-9 to 8-15), good to a millimetre. */
function utm({ lon, lat }: Place, zone: number): { easting: number; northing: number } {
  const e2 = flattening * (2 - flattening)
  const second = e2 / (1 - e2)
  const phi = (lat * Math.PI) / 180
  const meridian = zone * 6 - 183
  const [sin, cos, tan] = [Math.sin(phi), Math.cos(phi), Math.tan(phi)]
  const radius = axis / Math.sqrt(1 - e2 * sin * sin)
  const t = tan * tan
  const c = second * cos * cos
  const a = cos * (((lon - meridian) * Math.PI) / 180)
  const arc =
    axis *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi))
  const easting =
    scale *
      radius *
      (a +
        ((1 - t + c) * a ** 3) / 6 +
        ((5 - 18 * t + t * t + 72 * c - 58 * second) * a ** 5) / 120) +
    500_000
  const northing =
    scale *
    (arc +
      radius *
        tan *
        ((a * a) / 2 +
          ((5 - t + 9 * c + 4 * c * c) * a ** 4) / 24 +
          ((61 - 58 * t + t * t + 600 * c - 330 * second) * a ** 6) / 720))
  return { easting, northing }
}
