export type ScreenPoint = readonly [x: number, y: number]

/** Longitude and latitude to CSS pixels on the map's canvas. */
export type Project = (position: GeoJSON.Position) => ScreenPoint

const across = (lon: number): number => (lon + 180) / 360
const down = (lat: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)

/** Two places far enough apart to give the scale, both well inside the projection. */
const [one, other] = [
  [0, -60],
  [120, 60],
] as const

/**
 * Like `project`, for thousands of points. The map is flat and north is up (create-map), so in its
 * Mercator projection two points determine all others; `project` itself multiplies matrices for
 * each.
 */
export function flatProjection(
  project: (place: [lon: number, lat: number]) => { readonly x: number; readonly y: number },
): Project {
  const [a, b] = [project([...one]), project([...other])]
  const scaleX = (b.x - a.x) / (across(other[0]) - across(one[0]))
  const scaleY = (b.y - a.y) / (down(other[1]) - down(one[1]))
  const [left, top] = [a.x - scaleX * across(one[0]), a.y - scaleY * down(one[1])]
  return ([lon = 0, lat = 0]) => [left + scaleX * across(lon), top + scaleY * down(lat)]
}

/**
 * CSS pixels from the corner of the world at a zoom. Distances are those on the map's canvas, and
 * do not change while the map is only moved.
 */
export const worldProjection = (zoom: number): Project => {
  const size = 512 * 2 ** zoom
  return ([lon = 0, lat = 0]) => [across(lon) * size, down(lat) * size]
}
