/**
 * Whether streets can be shown. The base map has none; they come from a region file that an
 * administrator loads. Until then the map says so in words wherever somebody comes close enough to
 * miss them.
 */
export type StreetMapState = 'installed' | 'not-installed'

/** The base map of the bundle carries no streets. */
export const streetMapState = (): StreetMapState => 'not-installed'
