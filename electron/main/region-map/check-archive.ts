import { open } from 'node:fs/promises'
import { because, type Refusal, sentence } from '../../../shared/lang/decision'
import { SaidError, saidOf } from '../../../shared/lang/said-error'
import { isPmtiles } from '../../../shared/region-map/pmtiles'
import { type MapSchema, schemaOf } from '../../../shared/region-map/region-map'
import type { ArchiveFacts, TileArchive } from './archive'
import { openMbtiles } from './mbtiles-archive'
import { openPmtiles } from './pmtiles-archive'

/** The country, which the map never leaves: west, south, east, north. */
const shown = [54, 34.5, 76, 46.5] as const
const sqliteMagic = 'SQLite format 3\0'

/** Opens a map by what it begins with, whatever its name says. Throws in words for people. */
export async function openArchive(file: string): Promise<TileArchive> {
  const start = await beginningOf(file)
  const begins = Buffer.from(start).toString('latin1')
  if (!isPmtiles(start) && begins !== sqliteMagic)
    throw new SaidError(
      sentence(
        'map-not-an-archive',
        'The file is neither PMTiles nor MBTiles: nothing was changed',
      ),
    )
  try {
    return isPmtiles(start) ? await openPmtiles(file) : await openMbtiles(file)
  } catch (error) {
    throw damaged(error)
  }
}

/** The schema of its tiles. Throws in words for people when it cannot be drawn here. */
export async function checkArchive(archive: TileArchive): Promise<MapSchema> {
  const { facts } = archive
  const schema = facts.vector ? schemaOf(facts.layers) : null
  if (!schema)
    throw new SaidError(
      sentence(
        'map-unknown-schema',
        'The map has neither the OpenMapTiles nor the Protomaps schema: nothing was changed',
      ),
    )
  const elsewhere = placeRefusal(facts)
  if (elsewhere) throw new SaidError(elsewhere)
  await readOne(archive)
  return schema
}

function placeRefusal({ bounds: [west, south, east, north] }: ArchiveFacts): Refusal | null {
  const apart = east < shown[0] || west > shown[2] || north < shown[1] || south > shown[3]
  if (!apart && west < east && south < north) return null
  return sentence('map-elsewhere', 'The map is of another part of the world: nothing was changed')
}

/** A copy that ends too early has a sound head: one tile of the middle tells. */
async function readOne(archive: TileArchive): Promise<void> {
  const { bounds, maxZoom } = archive.facts
  const [lon, lat] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  const radians = (lat * Math.PI) / 180
  for (let zoom = maxZoom; zoom >= archive.facts.minZoom; zoom -= 1) {
    const side = 2 ** zoom
    const x = Math.floor(((lon + 180) / 360) * side)
    const y = Math.floor(
      (0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * side,
    )
    try {
      if (await archive.tile(zoom, x, y)) return
    } catch (error) {
      throw damaged(error)
    }
  }
}

const damaged = (error: unknown): SaidError =>
  new SaidError(because('map-damaged', 'The map cannot be read: {reason}', saidOf(error)))

async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((error: unknown) => {
    throw damaged(error)
  })
  try {
    const bytes = new Uint8Array(sqliteMagic.length)
    await handle.read(bytes, 0, bytes.length, 0)
    return bytes
  } finally {
    await handle.close()
  }
}
