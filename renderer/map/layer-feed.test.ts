import { describe, expect, it } from 'vitest'
import type { FeatureDiff, MapFeature } from './feature-diff'
import { createLayerFeed } from './layer-feed'

const feature = (id: string): MapFeature => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Point', coordinates: [65.8, 38.9] },
})
const many = (count: number) => Array.from({ length: count }, (_, n) => feature(`f${n}`))

/** A source that writes down what it was sent, and frames that come when the test says so. */
function stage() {
  const sent: (number | FeatureDiff)[] = []
  const waiting = new Set<() => void>()
  let present = true
  const feed = createLayerFeed({
    sink: () =>
      present
        ? {
            setData: (data) => sent.push(data.features.length),
            updateData: (diff) => sent.push(diff),
          }
        : undefined,
    nextFrame: (draw) => {
      waiting.add(draw)
      return () => waiting.delete(draw)
    },
  })
  return {
    feed,
    sent,
    takeAway: () => {
      present = false
    },
    bringBack: () => {
      present = true
    },
    frame: () => {
      const draws = [...waiting]
      waiting.clear()
      for (const draw of draws) draw()
    },
  }
}

describe('feeding features to a map source', () => {
  it('sends the whole set first', () => {
    const { feed, frame, sent } = stage()
    feed.show(many(100))
    frame()
    expect(sent).toEqual([100])
  })

  it('then sends only what changed', () => {
    const { feed, frame, sent } = stage()
    const features = many(100)
    feed.show(features)
    frame()
    const changed = feature('f7')
    feed.show(features.with(7, changed))
    frame()
    expect(sent).toEqual([100, { remove: [], add: [changed] }])
  })

  it('sends one update for any number of changes between two frames', () => {
    const { feed, frame, sent } = stage()
    const features = many(100)
    feed.show(features)
    frame()
    const a = feature('f1')
    const b = feature('f2')
    feed.show(features.with(1, a))
    feed.show(features.with(1, a).with(2, b))
    frame()
    frame()
    expect(sent).toEqual([100, { remove: [], add: [a, b] }])
  })

  it('sends nothing when nothing changed', () => {
    const { feed, frame, sent } = stage()
    const features = many(3)
    feed.show(features)
    frame()
    feed.show([...features])
    frame()
    expect(sent).toEqual([3])
  })

  it('sends the whole set when most of it changed', () => {
    const { feed, frame, sent } = stage()
    feed.show(many(100))
    frame()
    feed.show(many(90))
    frame()
    expect(sent).toEqual([100, 90])
  })

  it('empties the source when nothing is wanted any more', () => {
    const { feed, frame, sent } = stage()
    feed.show(many(2))
    frame()
    feed.show([])
    frame()
    expect(sent).toEqual([2, 0])
  })

  it('sends everything again after the style was reloaded', () => {
    const { feed, frame, sent } = stage()
    feed.show(many(5))
    frame()
    feed.restart()
    frame()
    expect(sent).toEqual([5, 5])
  })

  it('keeps what is wanted while there is no source, and sends it when there is one', () => {
    const { feed, frame, sent, takeAway, bringBack } = stage()
    takeAway()
    feed.show(many(4))
    frame()
    bringBack()
    feed.restart()
    frame()
    expect(sent).toEqual([4])
  })

  it('sends nothing after it was stopped', () => {
    const { feed, frame, sent } = stage()
    feed.show(many(4))
    feed.stop()
    frame()
    expect(sent).toEqual([])
  })
})
