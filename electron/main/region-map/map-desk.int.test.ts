import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../node/sqlite'
import type { RegionMapState } from '../../../shared/region-map/region-map'
import { type MapFile, pmtilesFile } from '../../../shared/testing/pmtiles-file'
import { createMapDesk } from './map-desk'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-maps-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tile = Uint8Array.from({ length: 40 }, (_, n) => n)
const sound: MapFile = {
  layers: ['roads', 'buildings'],
  bounds: [65, 38, 67, 40],
  tiles: [{ z: 0, x: 0, y: 0, bytes: tile }],
}
let names = 0
function fileWith(bytes: Uint8Array | string, ending = 'pmtiles'): string {
  const file = join(folder, `file-${++names}.${ending}`)
  writeFileSync(file, bytes)
  return file
}
function desk(data = mkdtempSync(join(folder, 'desk-'))) {
  const states: RegionMapState[] = []
  const log = { info: () => {}, warn: () => {}, error: () => {} } as never
  const maps = createMapDesk({ data, log, now: () => 1_000, onState: (one) => states.push(one) })
  return { data, maps, states }
}
const tileOf = ({ maps }: ReturnType<typeof desk>) =>
  maps.tile({ checksum: maps.state().map?.checksum ?? '', z: 0, x: 0, y: 0 })

describe('A street map brought to a desk', () => {
  it.each([
    ['as it is', {}],
    ['packed', { pack: { code: 2 as const, of: gzipSync } }],
    ['with its directory in a leaf', { inLeaf: true }],
  ])('is copied, checked and served from a PMTiles file %s', async (_, more) => {
    const file = fileWith(pmtilesFile({ ...sound, ...more }))
    const to = desk()
    expect(await to.maps.import(file)).toBe('done')
    expect(to.maps.state().map).toMatchObject({
      format: 'pmtiles',
      schema: 'protomaps',
      bounds: [65, 38, 67, 40],
      importedAt: 1_000,
    })
    expect(await tileOf(to)).toEqual(expect.objectContaining(tile))
  })

  it('is copied, checked and served from an MBTiles file, whose rows count from the south', async () => {
    const to = desk()
    expect(await to.maps.import(mbtiles({ z: 1, x: 1, row: 1 }))).toBe('done')
    expect(to.maps.state().map).toMatchObject({ format: 'mbtiles', schema: 'openmaptiles' })
    const checksum = to.maps.state().map?.checksum ?? ''
    expect(await to.maps.tile({ checksum, z: 1, x: 1, y: 0 })).toEqual(
      expect.objectContaining(tile),
    )
    expect(await to.maps.tile({ checksum, z: 1, x: 1, y: 1 })).toBeNull()
  })

  it('is there again after a restart', async () => {
    const first = desk()
    await first.maps.import(fileWith(pmtilesFile(sound)))
    expect(await tileOf(desk(first.data))).toEqual(expect.objectContaining(tile))
  })

  it('takes the place of the one before, of which nothing is left', async () => {
    const to = desk()
    await to.maps.import(fileWith(pmtilesFile(sound)))
    const before = to.maps.state().map?.checksum
    await to.maps.import(fileWith(pmtilesFile({ ...sound, layers: ['transportation'] })))
    expect(to.maps.state().map?.schema).toBe('openmaptiles')
    expect(readdirSync(join(to.data, 'region-map'))).toHaveLength(2)
    expect(await to.maps.tile({ checksum: before ?? '', z: 0, x: 0, y: 0 })).toBeNull()
  })

  it('is told with how far it is, and with its end', async () => {
    const to = desk()
    await to.maps.import(fileWith(pmtilesFile(sound)))
    expect(to.states.some(({ importing }) => importing && importing.done > 0)).toBe(true)
    expect(to.states.at(-1)).toMatchObject({ importing: null, map: { schema: 'protomaps' } })
  })

  it('is given up when an officer cancels it, and leaves nothing behind', async () => {
    const to = desk()
    const running = to.maps.import(fileWith(pmtilesFile(sound)))
    to.maps.cancel()
    expect(await running).toBe('cancelled')
    expect(to.maps.state()).toEqual({ map: null, importing: null })
    expect(readdirSync(join(to.data, 'region-map'))).toEqual([])
  })

  it('is gone when it is removed', async () => {
    const to = desk()
    await to.maps.import(fileWith(pmtilesFile(sound)))
    await to.maps.remove()
    expect(to.maps.state().map).toBeNull()
    expect(readdirSync(join(to.data, 'region-map'))).toEqual([])
  })
})

describe('A street map is refused, and the one before stays, where the file', () => {
  const bytes = pmtilesFile(sound)
  const checked = (checksum: string) => {
    const file = fileWith(bytes)
    writeFileSync(`${file}.sha256`, `${checksum}  map.pmtiles\n`)
    return file
  }
  it.each([
    ['is something else', () => fileWith('PK\u0003\u0004 and so on'), 'neither PMTiles'],
    ['has another schema', () => fileWith(pmtilesFile({ ...sound, layers: ['hills'] })), 'schema'],
    ['has pictures', () => fileWith(pmtilesFile({ ...sound, vector: false })), 'schema'],
    [
      'is of another part of the world',
      () => fileWith(pmtilesFile({ ...sound, bounds: [11, 43, 12, 44] })),
      'another part of the world',
    ],
    ['ends too early', () => fileWith(bytes.slice(0, bytes.length - 20)), 'cannot be read'],
    ['is no map inside', () => fileWith('SQLite format 3\u0000 not really', 'mbtiles'), 'read'],
    ['does not match the checksum beside it', () => checked('0'.repeat(64)), 'checksum'],
  ])('%s', async (_, file, words) => {
    const to = desk()
    await to.maps.import(fileWith(bytes))
    const before = to.maps.state()
    await expect(to.maps.import(file())).rejects.toThrow(words)
    expect(to.maps.state()).toEqual(before)
    expect(await tileOf(to)).toEqual(expect.objectContaining(tile))
  })

  it('(but not where the checksum beside it is right)', async () => {
    const checksum = createHash('sha256').update(bytes).digest('hex')
    expect(await desk().maps.import(checked(checksum))).toBe('done')
  })
})

function mbtiles({ z, x, row }: { z: number; x: number; row: number }): string {
  const file = join(folder, `file-${++names}.mbtiles`)
  const database = openDatabase(file)
  database.exec('PRAGMA journal_mode = DELETE')
  database.exec(`CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)`)
  const fact = database.prepare('INSERT INTO metadata VALUES (?, ?)')
  fact.run('format', 'pbf')
  fact.run('bounds', '65,38,67,40')
  fact.run('json', JSON.stringify({ vector_layers: [{ id: 'transportation' }] }))
  database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)').run(z, x, row, gzipSync(tile))
  database.close()
  return file
}
