import { z } from 'zod'
import { type Column, columnNamed } from '../../shared/registry/columns'
import type { SourceRow } from '../../shared/registry/source-row'
import { type CutFeature, createFeatureCutter, notACollection } from './feature-cutter'
import { type TextFile, UnreadableFile, writtenIn } from './read-text'
import { foreignSystem } from './reference-system'
import type { RegisterFile } from './register-file'

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

const multiPointSchema = z.object({
  type: z.literal('MultiPoint'),
  coordinates: z.tuple([z.unknown()]),
})

/** Layers of a "multi" kind have a MultiPoint with one point per place. */
function pointOfOne(geometry: unknown): unknown {
  const one = multiPointSchema.safeParse(geometry)
  return one.success ? { type: 'Point', coordinates: one.data.coordinates[0] } : geometry
}

const featureSchema = z.object({
  type: z.literal('Feature', 'it is not a Feature'),
  geometry: z.preprocess(
    pointOfOne,
    z
      .object({
        type: z.literal('Point', 'its geometry is not a Point; a site stands at one'),
        coordinates: z
          .array(z.number('a coordinate is not a number'))
          .min(2, 'its Point has not two coordinates'),
      })
      .nullish(),
  ),
  properties: z.record(z.string(), z.unknown()).nullish(),
})

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.literal(0)),
  crs: z.unknown().optional(),
})

/**
 * Opens a FeatureCollection of Points (RFC 7946) whose properties have the names of a table's
 * columns.
 */
export function readGeoJson(text: TextFile): RegisterFile {
  const unknown = new Set<string>()
  return { read: { format: 'geojson', ...writtenIn(text) }, unknown, rows: rowsOf(text, unknown) }
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

function assertWhole(skeleton: string, count: number): void {
  const collection = collectionSchema.safeParse(jsonOf(skeleton))
  if (!collection.success || collection.data.features.length !== count)
    throw notACollection(skeleton)
  const system = foreignSystem(collection.data.crs)
  if (system !== null)
    throw new UnreadableFile(
      `The coordinates are in ${system}; GeoJSON is to have them in WGS 84 (EPSG:4326)`,
    )
}

/** Most unknown names that are listed. A file with more is about something else. */
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

/**
 * Whether a number is what the file says. Beyond 2^53 digits change. An account must not be written
 * as `1e3`, `42.0` or `-0`, which would become another account.
 */
function isExact(value: number, column: Column, text: string): boolean {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false
  if (column !== 'account' && column !== 'further_accounts') return true
  return (
    Number.isInteger(value) &&
    new RegExp(`:\\s*${value}\\s*[,}]`).test(text) &&
    !Object.is(value, -0)
  )
}

/** Another program's `id` may be anything. Only one that could name a site is looked at. */
const isName = (id: unknown): boolean =>
  typeof id === 'string' || Number.isSafeInteger(id) || id === null

function rowOf({ text, line }: CutFeature, feature: number, unknown: Set<string>): SourceRow {
  const json = jsonOf(text)
  if (json === undefined) return { line, feature, unread: 'it is not valid JSON' }
  const parsed = featureSchema.safeParse(json)
  if (!parsed.success)
    return { line, feature, unread: parsed.error.issues[0]?.message ?? 'it is not a Feature' }
  const { geometry, properties } = parsed.data
  const cells = new Map<Column, string>()
  for (const [name, value] of Object.entries(properties ?? {})) {
    const column = columnNamed(name)
    const plain = valueSchema.safeParse(value)
    if (column === null || (column === 'id' && !isName(value))) addUnknown(unknown, name)
    else if (!plain.success)
      return { line, feature, unread: `${column}: it is to be a text, as in a table` }
    else if (typeof plain.data === 'number' && !isExact(plain.data, column, text))
      return {
        line,
        feature,
        unread: `${column}: a number like this is not read exactly; write it as text, in quotation marks`,
      }
    else cells.set(column, plain.data === null ? '' : String(plain.data))
  }
  if (geometry) {
    cells.set('lon', String(geometry.coordinates[0]))
    cells.set('lat', String(geometry.coordinates[1]))
  }
  if (!cells.has('account')) return { line, feature, unread: 'it has no property "account"' }
  return { line, feature, cells }
}
