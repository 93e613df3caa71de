/*
 * PMTiles version 3, as https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md has it. Pure:
 * the caller reads the file and passes the bytes, decompressed.
 */

export const headerLength = 127

/** Where a part of the file is, bytes. */
export interface Span {
  readonly offset: number
  readonly length: number
}

export type Compression = 'none' | 'gzip' | 'other'

export interface PmtilesHeader {
  readonly root: Span
  readonly metadata: Span
  readonly leaves: Span
  readonly tiles: Span
  /** Of directories and metadata. */
  readonly inside: Compression
  readonly tileCompression: Compression
  readonly vector: boolean
  readonly minZoom: number
  readonly maxZoom: number
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
}

const magic = 'PMTiles'

export const isPmtiles = (bytes: Uint8Array): boolean =>
  [...magic].every((letter, n) => bytes[n] === letter.charCodeAt(0))

/** Null when the bytes are no header of version 3. */
export function readHeader(bytes: Uint8Array): PmtilesHeader | null {
  if (bytes.length < headerLength || !isPmtiles(bytes) || bytes[7] !== 3) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (at: number) => Number(view.getBigUint64(at, true))
  const span = (at: number): Span => ({ offset: number(at), length: number(at + 8) })
  const degrees = (at: number) => view.getInt32(at, true) / 1e7
  return {
    root: span(8),
    metadata: span(24),
    leaves: span(40),
    tiles: span(56),
    inside: compressionOf(view.getUint8(97)),
    tileCompression: compressionOf(view.getUint8(98)),
    vector: view.getUint8(99) === 1,
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    bounds: [degrees(102), degrees(106), degrees(110), degrees(114)],
  }
}

const compressionOf = (code: number): Compression =>
  code === 1 ? 'none' : code === 2 ? 'gzip' : 'other'

/** A run of equal tiles, or with a run of 0 a directory further down. */
export interface DirectoryEntry extends Span {
  readonly tileId: number
  readonly run: number
}

/** Throws when the bytes end too early. */
export function readDirectory(bytes: Uint8Array): readonly DirectoryEntry[] {
  const next = varints(bytes)
  const count = next()
  const column = () => Array.from({ length: count }, next)
  const [deltas, runs, lengths, offsets] = [column(), column(), column(), column()]
  let tileId = 0
  let end = 0
  return deltas.map((delta, n) => {
    tileId += delta
    const length = lengths[n] ?? 0
    const given = offsets[n] ?? 0
    // 0: directly behind the one before.
    const offset = given === 0 ? end : given - 1
    end = offset + length
    return { tileId, run: runs[n] ?? 0, offset, length }
  })
}

function varints(bytes: Uint8Array): () => number {
  let at = 0
  return () => {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('The directory of the map ends too early')
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
      factor *= 128
    }
  }
}

/** The entry that has the tile or leads to it; null when there is none. */
export function findEntry(
  entries: readonly DirectoryEntry[],
  tileId: number,
): DirectoryEntry | null {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.tileId ?? Infinity) <= tileId) low = middle + 1
    else high = middle
  }
  const entry = entries[low - 1]
  if (!entry) return null
  return entry.run === 0 || tileId < entry.tileId + entry.run ? entry : null
}

/** Tiles in the order of the file: zoom by zoom, along a Hilbert curve. */
export function tileIdOf(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3
  let [atX, atY] = [x, y]
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (atX & side) > 0 ? 1 : 0
    const down = (atY & side) > 0 ? 1 : 0
    id += side * side * ((3 * right) ^ down)
    if (down === 0) {
      if (right === 1) [atX, atY] = [side - 1 - (atX & (side - 1)), side - 1 - (atY & (side - 1))]
      ;[atX, atY] = [atY, atX]
    }
  }
  return id
}
