import { describe, expect, it } from 'vitest'
import { diffFeatures, type MapFeature } from './feature-diff'

const feature = (id: string, lon = 65.8): MapFeature => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Point', coordinates: [lon, 38.9] },
})
const drawn = (...features: MapFeature[]) => new Map(features.map((f) => [f.properties.id, f]))

describe('the difference between what is drawn and what is wanted', () => {
  it('is empty when every feature is the same object as before', () => {
    const a = feature('a')
    const b = feature('b')
    expect(diffFeatures(drawn(a, b), [b, a]).diff).toEqual({ remove: [], add: [] })
  })

  it('holds only the feature that changed', () => {
    const a = feature('a')
    const moved = feature('b', 66)
    expect(diffFeatures(drawn(a, feature('b')), [a, moved]).diff).toEqual({
      remove: [],
      add: [moved],
    })
  })

  it('removes what is no longer wanted and adds what is new', () => {
    const a = feature('a')
    const c = feature('c')
    expect(diffFeatures(drawn(a, feature('b')), [a, c]).diff).toEqual({ remove: ['b'], add: [c] })
  })

  it('keeps the last of two features with one id, since a source can hold only one', () => {
    const first = feature('a', 65)
    const last = feature('a', 66)
    expect(diffFeatures(drawn(), [first, last]).diff.add).toEqual([last])
  })

  it('remembers what will then be drawn', () => {
    const a = feature('a')
    const { next } = diffFeatures(drawn(feature('b')), [a])
    expect([...next]).toEqual([['a', a]])
  })
})
