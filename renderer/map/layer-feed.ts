import { diffFeatures, type FeatureDiff, type MapFeature } from './feature-diff'

/** The part of a MapLibre GeoJSON source the feed writes to. */
export interface FeatureSink {
  setData(data: GeoJSON.FeatureCollection): unknown
  updateData(diff: FeatureDiff): unknown
}

export interface LayerFeed {
  /** Shows exactly these features from the next frame on. */
  show(features: readonly MapFeature[]): void
  /** The source is new and empty (a style was loaded): sends everything again. */
  restart(): void
  stop(): void
}

export interface LayerFeedPorts {
  /** The source, or `undefined` while there is none. */
  readonly sink: () => FeatureSink | undefined
  /** Calls back before the next frame is painted; returns the cancellation. */
  readonly nextFrame: (draw: () => void) => () => void
}

/**
 * From this share of changed features on, sending everything is cheaper than a difference, because
 * the worker filters its whole list for every removed or replaced feature.
 */
const wholeSetShare = 0.5

/**
 * Sends a list of features to a source: only changes, at most once a frame. Several changes between
 * two frames cost one update, so that 300 teams at 1 Hz or an alarm storm do not queue work for the
 * map's worker.
 */
export function createLayerFeed({ sink, nextFrame }: LayerFeedPorts): LayerFeed {
  let wanted: readonly MapFeature[] = []
  let drawn: ReadonlyMap<string, MapFeature> | undefined
  let cancel: (() => void) | undefined

  const send = () => {
    cancel = undefined
    const target = sink()
    if (!target) return
    const { diff, next } = diffFeatures(drawn ?? new Map(), wanted)
    const changes = diff.remove.length + diff.add.length
    const fresh = drawn === undefined
    drawn = next
    if (changes === 0 && !fresh) return
    if (fresh || changes > next.size * wholeSetShare) {
      target.setData({ type: 'FeatureCollection', features: [...next.values()] })
    } else target.updateData(diff)
  }
  const schedule = () => {
    cancel ??= nextFrame(send)
  }

  return {
    show(features) {
      if (features === wanted && drawn) return
      wanted = features
      schedule()
    },
    restart() {
      drawn = undefined
      schedule()
    },
    stop() {
      cancel?.()
      cancel = undefined
    },
  }
}
