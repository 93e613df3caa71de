import { z } from 'zod'
import { type Column, columnNamed } from '../../shared/registry/columns'
import type { SourceRow } from '../../shared/registry/source-row'
import { type CutFeature, createFeatureCutter } from './feature-cutter'
import { type TextFile, UnreadableFile } from './read-text'
import type { RegisterFile } from './register-file'

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

const featureSchema = z.object({
  type: z.literal('Feature', 'it is not a Feature'),
  geometry: z
    .object({
      type: z.literal('Point', 'its geometry is not a Point; a site stands at one'),
      coordinates: z.array(z.number('a coordinate is not a number')).min(2, 'its Point has not two coordinates'),
    })
    .nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
})

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.literal(0)),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
})

/** Opens a FeatureCollection of Points (RFC 7946) whose properties are named like the columns of a table. */
export function readGeoJson(text: TextFile): RegisterFile {
  const unknown = new Set<string>()
  return { read: { format: 'geojson', encoding: text.encoding }, unknown, rows: rowsOf(text, unknown) }
}

async function* rowsOf(text: TextFile, unknown: Set<string>): AsyncGenerator<SourceRow, void> {
  const cutter = createFeatureCutter()
  let count = 0
  for await (const piece of text.pieces()) {
    for (const feature of cutter.push(piece)) {
      count += 1
      yield rowOf(feature, count, unknown)
    }
  }
  assertWhole(cutter.skeleton(), count)
}

/** What is around the features, once they are all read. */
function assertWhole(skeleton: string, count: number): void {
  const collection = collectionSchema.safeParse(jsonOf(skeleton))
  if (!collection.success || collection.data.features.length !== count)
    throw new UnreadableFile('This is not a GeoJSON FeatureCollection, or it is not whole')
  // Cut before it is looked at: the pattern takes as long as the square of the length.
  const system = collection.data.crs?.properties.name.slice(0, longestSystem)
  if (system !== undefined && !/CRS84$|EPSG:.*\b4326$/.test(system))
    throw new UnreadableFile(`The coordinates are in ${system}; GeoJSON is to have them in WGS 84 (EPSG:4326)`)
}

/** Characters of a reference system's name: `urn:ogc:def:crs:OGC:1.3:CRS84` has 29. */
const longestSystem = 60

/** Names nobody knows that are listed: beyond these the file is about something else. */
const mostUnknown = 200

function addUnknown(unknown: Set<string>, name: string): void {
  if (unknown.size < mostUnknown) unknown.add(name.slice(0, 80))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function rowOf({ text, line }: CutFeature, feature: number, unknown: Set<string>): SourceRow {
  const json = jsonOf(text)
  if (json === undefined) return { line, feature, unread: 'it is not valid JSON' }
  const parsed = featureSchema.safeParse(json)
  if (!parsed.success) return { line, feature, unread: parsed.error.issues[0]?.message ?? 'it is not a Feature' }
  const { geometry, properties } = parsed.data
  const cells = new Map<Column, string>()
  for (const [name, value] of Object.entries(properties ?? {})) {
    const column = columnNamed(name)
    const plain = valueSchema.safeParse(value)
    if (column === null) addUnknown(unknown, name)
    else if (!plain.success) return { line, feature, unread: `${column}: it is to be a text, as in a table` }
    else cells.set(column, plain.data === null ? '' : String(plain.data))
  }
  if (geometry) {
    cells.set('lon', String(geometry.coordinates[0]))
    cells.set('lat', String(geometry.coordinates[1]))
  }
  if (!cells.has('account')) return { line, feature, unread: 'it has no property "account"' }
  return { line, feature, cells }
}
