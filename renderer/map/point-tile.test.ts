import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTile } from '../testing/read-tile'
import type { PointSet } from './point-set'
import { namedFrom, pointLayer, pointTile, type TilePlace } from './point-tile'

type Place = readonly [lon: number, lat: number]

const setOf = (places: readonly Place[]): PointSet => ({
  count: places.length,
  places: Float64Array.from(places.flat()),
  kind: {
    property: 'colour',
    values: ['red', 'blue'],
    of: Uint8Array.from(places, (_, n) => n % 2),
  },
  idAt: (at) => `point-${at}`,
  nameAt: (at) => `Тошкент кўчаси ${at}`,
  order: places,
})

const featuresIn = (points: PointSet, tile: TilePlace) =>
  readTile(pointTile(points, tile).bytes)?.features ?? []

/** Where on the earth a feature of a tile lies. */
function placeOf({ x, y }: { x: number; y: number }, tile: TilePlace): Place {
  const side = 2 ** tile.z
  const south = (tile.y + y / 8192) / side
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) * 180) / Math.PI
  return [((tile.x + x / 8192) / side) * 360 - 180, lat]
}

/** All tiles of a zoom that lie over Uzbekistan. */
function tilesOf(z: number): TilePlace[] {
  const tiles: TilePlace[] = []
  for (let x = 0; x < 2 ** z; x += 1) for (let y = 0; y < 2 ** z; y += 1) tiles.push({ z, x, y })
  return tiles
}

const anyPlaces = fc.array(
  fc.tuple(
    fc.double({ min: 55, max: 74, noNaN: true }),
    fc.double({ min: 36, max: 46, noNaN: true }),
  ),
  { maxLength: 40 },
)

describe('a tile of points', () => {
  it('has every point in exactly one tile of each zoom, at its place and with its kind', () => {
    fc.assert(
      fc.property(anyPlaces, fc.integer({ min: 0, max: 4 }), (places, z) => {
        const points = setOf(places)
        const found = tilesOf(z).flatMap((tile) =>
          featuresIn(points, tile).map((feature) => ({ feature, tile })),
        )
        expect(found.map(({ feature }) => feature.id).toSorted((a, b) => a - b)).toEqual(
          places.map((_, at) => at),
        )
        for (const { feature, tile } of found) {
          const [lon, lat] = placeOf(feature, tile)
          const unit = 360 / 2 ** z / 8192
          expect(Math.abs(lon - (places[feature.id]?.[0] ?? 0))).toBeLessThanOrEqual(unit)
          expect(Math.abs(lat - (places[feature.id]?.[1] ?? 0))).toBeLessThanOrEqual(unit)
          expect(feature.properties).toEqual({ colour: feature.id % 2 === 0 ? 'red' : 'blue' })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('names its points close by and not from afar, where nobody could read the names', () => {
    const points = setOf([[65.8, 38.86]])
    const x = Math.floor((65.8 / 360 + 0.5) * 2 ** namedFrom)
    const south = 0.5 - Math.asinh(Math.tan((38.86 * Math.PI) / 180)) / (2 * Math.PI)
    const close = { z: namedFrom, x, y: Math.floor(south * 2 ** namedFrom) }
    const above = { z: namedFrom - 1, x: close.x >> 1, y: close.y >> 1 }
    expect(featuresIn(points, close)).toMatchObject([{ properties: { name: 'Тошкент кўчаси 0' } }])
    expect(featuresIn(points, above)[0]?.properties).toEqual({ colour: 'red' })
  })

  it('has one layer, by whose name the layers of the map find it', () => {
    const tile = readTile(pointTile(setOf([[65.8, 38.86]]), { z: 0, x: 0, y: 0 }).bytes)
    expect(tile).toMatchObject({ layer: pointLayer, extent: 8192 })
  })

  it('has no bytes where there are no points', () => {
    const { bytes, count } = pointTile(setOf([[65.8, 38.86]]), { z: 1, x: 0, y: 0 })
    expect([bytes.length, count]).toEqual([0, 0])
  })

  it('takes a set of 40,000 points', () => {
    const places = Array.from({ length: 40_000 }, (_, n): Place => [65 + n / 40_000, 38.8])
    expect(featuresIn(setOf(places), { z: 0, x: 0, y: 0 })).toHaveLength(40_000)
  })
})
