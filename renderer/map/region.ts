/**
 * What part of the world this map shows, and how close it goes. Longitude before latitude, WGS 84
 * degrees.
 */

export type Point = readonly [lon: number, lat: number]
/** West, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Kashkadarya: the region the base map is drawn for, by its ISO 3166-2 code. */
export const focusRegion = 'UZ-QA'

/** The view a map opens with: the whole of Kashkadarya. */
export const focusBounds: Bounds = [64.3, 37.95, 67.75, 39.6]

/**
 * The edge of the world here. scripts/build-basemap.mjs carries no data beyond it, so the map must
 * not go there.
 */
export const mapBounds: Bounds = [54, 34.5, 76, 46.5]

/** Closer than this only a street map could show more; farther out the region becomes a speck. */
export const zoomLimits = { min: 5, max: 17 } as const

/** From here on towns no longer give bearings: the coordinate grid does. */
export const gridZoom = 9
