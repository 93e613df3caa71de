import { describe, expect, it } from 'vitest'
import { readTile } from '../testing/read-tile'
import type { PointSet } from './point-set'
import { createPointTiles } from './point-tiles'

const order = {}
const setOf = (ids: readonly string[], given: Partial<PointSet> = {}): PointSet => ({
  count: ids.length,
  places: Float64Array.from(ids.flatMap((_, n) => [65 + n, 38])),
  kind: { property: 'kind', values: ['one'], of: new Uint8Array(ids.length) },
  idAt: (at) => ids[at] ?? '',
  nameAt: (at) => ids[at] ?? '',
  order,
  ...given,
})

const whole = (address: string) =>
  address.replace('{z}', '0').replace('{x}', '0').replace('{y}', '0')
const served = (tiles: ReturnType<typeof createPointTiles>, address: string) =>
  readTile(new Uint8Array(tiles.answer(whole(address)).data))?.features ?? []

describe('serving points as tiles', () => {
  it('gives the points of the set that is served under the name', () => {
    const tiles = createPointTiles('points')
    const address = tiles.serve('sites', setOf(['a', 'b']))
    tiles.serve('posts', setOf(['x']))
    const ids = served(tiles, address).map(({ id }) => tiles.idOf('sites', id))
    expect(ids).toEqual(['a', 'b'])
    expect(tiles.served('sites')).toBe(2)
  })

  it('gives another address for another set, so that no tile of the old one is taken for it', () => {
    const tiles = createPointTiles('points')
    const first = tiles.serve('sites', setOf(['a']))
    expect(tiles.serve('sites', setOf(['a', 'b']))).not.toBe(first)
    expect(tiles.served('sites')).toBe(0)
  })

  it('marks a tile as the same when nothing in it has changed, and as another one otherwise', () => {
    const tiles = createPointTiles('points')
    const first = tiles.answer(whole(tiles.serve('sites', setOf(['a', 'b']))))
    const same = tiles.answer(whole(tiles.serve('sites', setOf(['a', 'b']))))
    const moved = setOf(['a', 'b'], { places: Float64Array.from([65, 38, 66, 38.5]) })
    const changed = tiles.answer(whole(tiles.serve('sites', moved)))
    expect(same.etag).toBe(first.etag)
    expect(changed.etag).not.toBe(first.etag)
  })

  it('knows a point that was drawn before its set changed', () => {
    const tiles = createPointTiles('points')
    const [, drawn] = served(tiles, tiles.serve('sites', setOf(['a', 'b'])))
    tiles.serve('sites', setOf(['a', 'b', 'c']))
    expect(tiles.idOf('sites', drawn?.id ?? -1)).toBe('b')
  })

  it('takes no point of a set in another order for one of the set that is served', () => {
    const tiles = createPointTiles('points')
    const [, drawn] = served(tiles, tiles.serve('sites', setOf(['a', 'b'])))
    tiles.serve('sites', setOf(['b', 'a'], { order: {} }))
    expect(tiles.idOf('sites', drawn?.id ?? -1)).toBeNull()
  })

  it('gives an empty tile for a set that is served no longer', () => {
    const tiles = createPointTiles('points')
    const address = tiles.serve('sites', setOf(['a']))
    tiles.end('sites')
    expect(served(tiles, address)).toEqual([])
    expect(tiles.idOf('sites', 0)).toBeNull()
  })
})
