import { z } from 'zod'

/** How the tiles of a street map are laid out. */
export const mapSchemas = ['openmaptiles', 'protomaps'] as const
export type MapSchema = (typeof mapSchemas)[number]

/** The street map of the region that is installed on a desk. */
export const regionMapSchema = z.object({
  /** The name of the file it came from. */
  name: z.string(),
  format: z.enum(['pmtiles', 'mbtiles']),
  schema: z.enum(mapSchemas),
  /** West, south, east, north, WGS 84 degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  bytes: z.number().int(),
  /** SHA-256 of the file, hexadecimal. */
  checksum: z.string().length(64),
  importedAt: z.number(),
})
export type RegionMap = z.output<typeof regionMapSchema>

export interface RegionMapState {
  readonly map: RegionMap | null
  /** Bytes copied so far, while a map is being imported. */
  readonly importing: { readonly done: number; readonly total: number } | null
}

/** What tells one schema from the other: layers that only it has. */
const ownLayers: Readonly<Record<MapSchema, readonly string[]>> = {
  openmaptiles: ['transportation', 'building'],
  protomaps: ['roads', 'buildings'],
}

/** Null when it is neither: there would be nothing to draw. */
export const schemaOf = (layers: readonly string[]): MapSchema | null =>
  mapSchemas.find((schema) => ownLayers[schema].some((layer) => layers.includes(layer))) ?? null

/** Where the window's page finds a tile. The checksum makes another map another address. */
export const tilePath = (checksum: string): string => `/region-map/${checksum}/{z}/{x}/{y}`

export interface TileAddress {
  readonly checksum: string
  readonly z: number
  readonly x: number
  readonly y: number
}

/** Null when the path is not that of a tile. */
export function readTilePath(path: string): TileAddress | null {
  const found = /^\/region-map\/([\da-f]{64})\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})$/.exec(path)
  if (!found) return null
  const [, checksum = '', z, x, y] = found
  const address = { checksum, z: Number(z), x: Number(x), y: Number(y) }
  const side = 2 ** address.z
  return address.z <= 24 && address.x < side && address.y < side ? address : null
}
