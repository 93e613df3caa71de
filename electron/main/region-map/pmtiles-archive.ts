import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import {
  type Compression,
  type DirectoryEntry,
  findEntry,
  headerLength,
  readDirectory,
  readHeader,
  type Span,
  tileIdOf,
} from '../../../shared/region-map/pmtiles'
import type { TileArchive } from './archive'

const unzip = promisify(gunzip)
const metadataSchema = z.object({
  vector_layers: z.array(z.object({ id: z.string() })).default([]),
})

/** No part of a sound file is longer, and a damaged one must not fill the memory, bytes. */
const longestPart = 64 * 1024 * 1024
/** The root leads to leaves, and leaves lead at most once further. */
const deepest = 4
/** Directories kept unpacked: those of the places somebody looks at. */
const keptDirectories = 64

/** Throws when it is not such a file, or is damaged. */
export async function openPmtiles(file: string): Promise<TileArchive> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const bytesOf = async ({ offset, length }: Span): Promise<Uint8Array> => {
      if (length > longestPart || offset + length > size)
        throw new RangeError('The map names bytes that it does not have')
      const bytes = new Uint8Array(length)
      await handle.read(bytes, 0, length, offset)
      return bytes
    }
    const header = readHeader(await bytesOf({ offset: 0, length: headerLength }))
    if (!header) throw new TypeError('It is not a PMTiles file of version 3')
    const metadata = metadataSchema.parse(
      JSON.parse(
        new TextDecoder().decode(await unpacked(await bytesOf(header.metadata), header.inside)),
      ),
    )
    const known = new Map<number, readonly DirectoryEntry[]>()
    const directory = async (span: Span): Promise<readonly DirectoryEntry[]> => {
      const found = known.get(span.offset)
      if (found) return found
      const entries = readDirectory(await unpacked(await bytesOf(span), header.inside))
      if (known.size >= keptDirectories) known.clear()
      known.set(span.offset, entries)
      return entries
    }
    return {
      format: 'pmtiles',
      facts: {
        vector: header.vector,
        layers: metadata.vector_layers.map(({ id }) => id),
        bounds: header.bounds,
        minZoom: header.minZoom,
        maxZoom: header.maxZoom,
      },
      async tile(zoom, x, y) {
        const id = tileIdOf(zoom, x, y)
        let span = header.root
        for (let depth = 0; depth < deepest; depth += 1) {
          const entry = findEntry(await directory(span), id)
          if (!entry) return null
          if (entry.run > 0) {
            const at = { offset: header.tiles.offset + entry.offset, length: entry.length }
            return unpacked(await bytesOf(at), header.tileCompression)
          }
          span = { offset: header.leaves.offset + entry.offset, length: entry.length }
        }
        return null
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function unpacked(bytes: Uint8Array, compression: Compression): Promise<Uint8Array> {
  if (compression === 'other') throw new TypeError('It is packed in a way that is not read here')
  return compression === 'gzip' ? unzip(bytes, { maxOutputLength: longestPart }) : bytes
}
