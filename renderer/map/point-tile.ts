import { derivedOf } from '../../shared/lang/derived'
import { utf8Of } from '../../shared/text/utf8-text'
import { type BytesWriter, createBytesWriter } from './bytes-writer'
import type { PointSet } from './point-set'

/*
 * A tile of points in the Mapbox Vector Tile format, version 2.1
 * (https://github.com/mapbox/vector-tile-spec): one layer, in which each feature has one point, its
 * kind and, close by, its name. The fields used are
 *   tile    3 layer
 *   layer   1 name · 2 feature · 3 key · 4 value · 5 extent · 15 version
 *   feature 1 id · 2 tags · 3 type · 4 geometry
 *   value   1 text
 */

/** The `source-layer` for layers that draw points. */
export const pointLayer = 'points'

/** The zoom of the closest tiles, which the map enlarges beyond it. Their unit is 15 cm. */
export const closestTile = 15

/** From this zoom on, a feature has the property `name`. */
export const namedFrom = 14

/** Units along a tile's side, as many as MapLibre uses. */
const extent = 8192

const number = (field: number): number => field * 8
const bytes = (field: number): number => field * 8 + 2

export interface TilePlace {
  readonly z: number
  readonly x: number
  readonly y: number
}

/**
 * The points in a tile; no bytes when there are none. A feature's id is its point's place in the
 * set plus `firstId`.
 */
export function pointTile(
  points: PointSet,
  tile: TilePlace,
  firstId = 0,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly count: number } {
  const inside = placesIn(points, tile)
  const count = inside.length
  if (count === 0) return { bytes: new Uint8Array(0), count }
  const layer = createBytesWriter(256 + count * 32)
  const { kind } = points
  layer.varint(number(15))
  layer.varint(2)
  addText(layer, 1, pointLayer)
  layer.varint(number(5))
  layer.varint(extent)
  for (const key of [kind.property, 'name']) addText(layer, 3, key)
  for (const value of kind.values) addValue(layer, value)
  const named = tile.z >= namedFrom
  if (named) for (const at of inside) addValue(layer, points.nameAt(at))
  const square = squareOf(points.places)
  const side = 2 ** tile.z
  inside.forEach((at, n) => {
    addFeature(layer, {
      id: firstId + at,
      x: Math.floor(((square[at * 2] ?? 0) * side - tile.x) * extent),
      y: Math.floor(((square[at * 2 + 1] ?? 0) * side - tile.y) * extent),
      kind: kind.of[at] ?? 0,
      name: named ? kind.values.length + n : null,
    })
  })
  const whole = createBytesWriter(0)
  whole.varint(bytes(3))
  whole.bytes(layer.written())
  return { bytes: whole.written(), count }
}

/** The points on the Web Mercator square, whose sides are 1: x and y in turn. */
const squareOf = derivedOf((places: Float64Array): Float64Array => {
  const square = new Float64Array(places.length)
  for (let at = 0; at < places.length; at += 2) {
    const lat = ((places[at + 1] ?? 0) * Math.PI) / 180
    square[at] = (places[at] ?? 0) / 360 + 0.5
    square[at + 1] = 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI)
  }
  return square
})

/** Each point is in only one tile of a zoom, so that it is drawn once. */
function placesIn({ count, places }: PointSet, { z, x, y }: TilePlace): number[] {
  const square = squareOf(places)
  const side = 2 ** z
  const inside: number[] = []
  for (let at = 0; at < count; at += 1) {
    const east = (square[at * 2] ?? 0) * side - x
    const south = (square[at * 2 + 1] ?? 0) * side - y
    if (east >= 0 && east < 1 && south >= 0 && south < 1) inside.push(at)
  }
  return inside
}

function addText(layer: BytesWriter, field: number, text: string): void {
  layer.varint(bytes(field))
  layer.bytes(utf8Of(text))
}

function addValue(layer: BytesWriter, text: string): void {
  const value = createBytesWriter(text.length * 3 + 8)
  addText(value, 1, text)
  layer.varint(bytes(4))
  layer.bytes(value.written())
}

interface Feature {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly kind: number
  readonly name: number | null
}

const point = 1
const moveTo = 9

function addFeature(layer: BytesWriter, { id, x, y, kind, name }: Feature): void {
  layer.varint(bytes(2))
  layer.short(() => {
    layer.varint(number(1))
    layer.varint(id)
    layer.varint(bytes(2))
    layer.short(() => {
      layer.varint(0)
      layer.varint(kind)
      if (name === null) return
      layer.varint(1)
      layer.varint(name)
    })
    layer.varint(number(3))
    layer.varint(point)
    layer.varint(bytes(4))
    layer.short(() => {
      layer.varint(moveTo)
      // Zigzag: both lie within the tile, so neither is negative.
      layer.varint(x * 2)
      layer.varint(y * 2)
    })
  })
}
