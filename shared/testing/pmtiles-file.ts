import { headerLength, tileIdOf } from '../region-map/pmtiles'

/** What a map file made for a test has. */
export interface MapFile {
  readonly layers: readonly string[]
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  readonly tiles: readonly {
    readonly z: number
    readonly x: number
    readonly y: number
    readonly bytes: Uint8Array
  }[]
  readonly vector?: boolean
  /** Packs directories, metadata and tiles; its code goes into the header. */
  readonly pack?: { readonly code: 1 | 2; readonly of: (bytes: Uint8Array) => Uint8Array }
  /** The entries stand in a leaf, as in large files. */
  readonly inLeaf?: boolean
}

const plain = { code: 1, of: (bytes: Uint8Array) => bytes } as const

function varints(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let value of values) {
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
    bytes.push(value)
  }
  return Uint8Array.from(bytes)
}

interface Entry {
  readonly id: number
  readonly run: number
  readonly length: number
  readonly offset: number
}

const directory = (entries: readonly Entry[]): Uint8Array =>
  varints([
    entries.length,
    ...entries.map(({ id }, n) => id - (entries[n - 1]?.id ?? 0)),
    ...entries.map(({ run }) => run),
    ...entries.map(({ length }) => length),
    ...entries.map(({ offset }) => offset + 1),
  ])

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

/** The bytes of a PMTiles file. */
export function pmtilesFile(file: MapFile): Uint8Array {
  const { pack = plain, vector = true, inLeaf = false } = file
  const ids = file.tiles.map(({ z, x, y, bytes }) => ({ id: tileIdOf(z, x, y), bytes, z }))
  const sorted = ids
    .sort((a, b) => a.id - b.id)
    .map((tile) => ({ ...tile, bytes: pack.of(tile.bytes) }))
  let end = 0
  const entries = sorted.map(({ id, bytes }): Entry => {
    const offset = end
    end += bytes.length
    return { id, run: 1, length: bytes.length, offset }
  })
  const leaf = inLeaf ? pack.of(directory(entries)) : new Uint8Array()
  const root = pack.of(
    directory(inLeaf ? [{ id: 0, run: 0, length: leaf.length, offset: 0 }] : entries),
  )
  const words = JSON.stringify({ vector_layers: file.layers.map((id) => ({ id })) })
  const metadata = pack.of(Uint8Array.from(words, (letter) => letter.charCodeAt(0)))
  const parts = [root, metadata, leaf, joined(sorted.map(({ bytes }) => bytes))]
  const header = new Uint8Array(headerLength)
  const view = new DataView(header.buffer)
  header.set(Uint8Array.from('PMTiles', (letter) => letter.charCodeAt(0)))
  header[7] = 3
  let at = headerLength
  parts.forEach((part, n) => {
    view.setBigUint64(8 + n * 16, BigInt(at), true)
    view.setBigUint64(16 + n * 16, BigInt(part.length), true)
    at += part.length
  })
  const zooms = file.tiles.map(({ z }) => z)
  header.set([pack.code, pack.code, vector ? 1 : 2, Math.min(...zooms), Math.max(...zooms)], 97)
  file.bounds.forEach((degrees, n) => {
    view.setInt32(102 + n * 4, Math.round(degrees * 1e7), true)
  })
  return joined([header, ...parts])
}
