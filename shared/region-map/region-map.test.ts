import { describe, expect, it } from 'vitest'
import { readTilePath, schemaOf } from './region-map'

describe('The schema of a street map', () => {
  it('is known by the layers that only it has', () => {
    expect(schemaOf(['water', 'transportation', 'place'])).toBe('openmaptiles')
    expect(schemaOf(['earth', 'water', 'roads'])).toBe('protomaps')
  })
  it('is nothing where nothing could be drawn', () =>
    expect(schemaOf(['contours', 'hillshade'])).toBeNull())
})

describe('The address of a tile', () => {
  const checksum = 'a'.repeat(64)
  it('names the map, the zoom and the place', () =>
    expect(readTilePath(`/region-map/${checksum}/3/7/2`)).toEqual({ checksum, z: 3, x: 7, y: 2 }))
  it('is nothing outside the world or with anything else in it', () => {
    expect(readTilePath(`/region-map/${checksum}/3/8/2`)).toBeNull()
    expect(readTilePath(`/region-map/../${checksum}/3/7/2`)).toBeNull()
    expect(readTilePath('/index.html')).toBeNull()
  })
})
