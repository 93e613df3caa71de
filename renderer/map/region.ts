/**
 * The part of the world this map shows, and how close it goes. Longitude before latitude, WGS 84
 * degrees.
 */

export type Point = readonly [lon: number, lat: number]
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Kashkadarya: the region the base map is drawn for, by its ISO 3166-2 code. */
export const focusRegion = 'UZ-QA'

/** The view a map opens with: the whole of Kashkadarya. */
export const focusBounds: Bounds = [64.3, 37.95, 67.75, 39.6]

/** The edge of the map's world. scripts/build-basemap.mjs has no data beyond it. */
export const mapBounds: Bounds = [54, 34.5, 76, 46.5]

/** Closer, only a street map could show more; farther out, the region becomes a speck. */
export const zoomLimits = { min: 5, max: 17 } as const

/** From here on, the coordinate grid gives bearings, since towns no longer do. */
export const gridZoom = 9
