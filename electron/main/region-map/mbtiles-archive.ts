import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import { openDatabase } from '../../../node/sqlite'
import type { TileArchive } from './archive'

const unzip = promisify(gunzip)
const layersSchema = z.object({ vector_layers: z.array(z.object({ id: z.string() })).default([]) })
const longestTile = 64 * 1024 * 1024
/** MBTiles 1.3: a file without bounds is of the whole world. */
const world = '-180,-85,180,85'

/** Throws when it is not such a file, or is damaged. */
export async function openMbtiles(file: string): Promise<TileArchive> {
  const database = openDatabase(file, { readOnly: true })
  try {
    const rows = database.prepare('SELECT name, value FROM metadata').all() as {
      readonly name: string
      readonly value: string
    }[]
    const facts = new Map(rows.map(({ name, value }) => [name, value]))
    const zooms = database
      .prepare('SELECT min(zoom_level) AS least, max(zoom_level) AS most FROM tiles')
      .get() as { readonly least: number | null; readonly most: number | null }
    const tiles = database.prepare(
      'SELECT tile_data AS data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
    )
    const bounds = z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .parse((facts.get('bounds') ?? world).split(',').map(Number))
    return {
      format: 'mbtiles',
      facts: {
        vector: facts.get('format') === 'pbf',
        layers: layersSchema
          .parse(JSON.parse(facts.get('json') ?? '{}'))
          .vector_layers.map(({ id }) => id),
        bounds,
        minZoom: zooms.least ?? 0,
        maxZoom: zooms.most ?? 0,
      },
      async tile(zoom, x, y) {
        // Its rows count from the south.
        const row = tiles.get(zoom, x, 2 ** zoom - 1 - y) as
          | { readonly data: Uint8Array }
          | undefined
        if (!row) return null
        const packed = row.data[0] === 0x1f && row.data[1] === 0x8b
        return packed ? unzip(row.data, { maxOutputLength: longestTile }) : row.data
      },
      close: async () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}
