import type { GeoJSONSource, GeoJSONSourceSpecification } from 'maplibre-gl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { MapLevel } from './basemap-style'
import type { MapFeature } from './feature-diff'
import { createLayerFeed, type LayerFeed } from './layer-feed'
import { type FeatureLayer, putUp, takeDown } from './layers-on-map'
import { useMapRoom } from './map-room'

export interface MapLayerOptions {
  /** Names the source. */
  readonly id: string
  /**
   * From the lowest to the topmost. A module constant: another list means other layers, taken down
   * and put up again.
   */
  readonly layers: readonly FeatureLayer[]
  /** An immutable list: a changed feature is a new object, an unchanged one the same object. */
  readonly data: readonly MapFeature[]
  readonly level?: MapLevel
  /** What a click on it hits; without a name it is not touched. */
  readonly name?: string
}

const nextFrame = (draw: () => void) => {
  const request = requestAnimationFrame(draw)
  return () => cancelAnimationFrame(request)
}

const emptySource = (): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
})

/**
 * Draws a list of features, for as long as the component that calls it is there. Only what changed
 * is sent, at most once a frame; a reload of the style is survived. Draw thousands of features with
 * it, or one.
 */
export function useMapLayer({ id, layers, data, level = 'middle', name }: MapLayerOptions): void {
  const room = useMapRoom()
  const feed = useRef<LayerFeed>(undefined)
  const latest = useRef(data)

  // Layout effects: waiting for the paint of the list would put the symbol one frame behind its
  // row.
  useLayoutEffect(() => {
    const { map } = room
    const feeding = createLayerFeed({ sink: () => map.getSource<GeoJSONSource>(id), nextFrame })
    const start = () => {
      putUp(map, { id, layers, level, source: emptySource() })
      feeding.restart()
    }
    start()
    feeding.show(latest.current)
    feed.current = feeding
    map.on('style.load', start)
    return () => {
      feeding.stop()
      feed.current = undefined
      if (!room.alive()) return
      map.off('style.load', start)
      takeDown(map, id, layers)
    }
  }, [room, id, layers, level])

  useLayoutEffect(() => {
    latest.current = data
    feed.current?.show(data)
  }, [data])

  useEffect(() => {
    if (name === undefined) return
    return room.picks.include(
      name,
      layers.map((layer) => layer.id),
    )
  }, [room, layers, name])
}
