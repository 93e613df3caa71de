import { describe, expect, it } from 'vitest'
import { pmtilesFile } from '../testing/pmtiles-file'
import { findEntry, isPmtiles, readDirectory, readHeader, tileIdOf } from './pmtiles'

describe('The order of tiles in a PMTiles file', () => {
  // From the examples of the specification and its reference library.
  it.each([
    [0, 0, 0, 0],
    [1, 0, 0, 1],
    [1, 0, 1, 2],
    [1, 1, 1, 3],
    [1, 1, 0, 4],
    [2, 0, 0, 5],
    [3, 7, 0, 84],
    [12, 3423, 1763, 19078479],
  ])('gives the tile %i/%i/%i the number %#', (z, x, y, id) => expect(tileIdOf(z, x, y)).toBe(id))
})

const file = pmtilesFile({
  layers: ['roads'],
  bounds: [65.5, 38.5, 66, 39],
  tiles: [
    { z: 0, x: 0, y: 0, bytes: Uint8Array.of(1, 2, 3) },
    { z: 1, x: 1, y: 0, bytes: Uint8Array.of(4) },
  ],
})

describe('The head of a PMTiles file', () => {
  it('says where its parts are and what it is of', () =>
    expect(readHeader(file)).toMatchObject({
      vector: true,
      inside: 'none',
      minZoom: 0,
      maxZoom: 1,
      bounds: [65.5, 38.5, 66, 39],
      root: { offset: 127 },
    }))
  it('is nothing where the file is another one or ends too early', () => {
    expect(isPmtiles(Uint8Array.of(80, 75, 3, 4))).toBe(false)
    expect(readHeader(file.slice(0, 100))).toBeNull()
    expect(readHeader(Uint8Array.from(file, (byte, n) => (n === 7 ? 2 : byte)))).toBeNull()
  })
})

describe('A directory of a PMTiles file', () => {
  const { root } = readHeader(file) ?? { root: { offset: 0, length: 0 } }
  const entries = readDirectory(file.slice(root.offset, root.offset + root.length))
  it('leads to each tile it has', () => {
    expect(findEntry(entries, 0)).toMatchObject({ offset: 0, length: 3 })
    expect(findEntry(entries, 4)).toMatchObject({ offset: 3, length: 1 })
  })
  it('leads to nothing for a tile it has not', () => expect(findEntry(entries, 2)).toBeNull())
  it('is refused when it ends too early', () =>
    expect(() => readDirectory(file.slice(root.offset, root.offset + 3))).toThrow('too early'))
})
