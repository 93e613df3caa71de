import type { GeoJSONSource, GeoJSONSourceSpecification } from 'maplibre-gl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { MapLevel } from './basemap-style'
import type { MapFeature } from './feature-diff'
import { createLayerFeed, type LayerFeed } from './layer-feed'
import { type FeatureLayer, putUp, takeDown } from './layers-on-map'
import { useMapRoom } from './map-room'

export interface MapLayerOptions {
  readonly id: string
  /**
   * From the lowest to the topmost. Use a module constant: another list means other layers, which
   * are removed and added again.
   */
  readonly layers: readonly FeatureLayer[]
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
 * Draws a list of features as long as the calling component exists. Sends only changes, at most
 * once a frame, and survives a reload of the style. Draws one feature or thousands.
 */
export function useMapLayer({ id, layers, data, level = 'middle', name }: MapLayerOptions): void {
  const room = useMapRoom()
  const feed = useRef<LayerFeed>(undefined)
  const latest = useRef(data)

  // Layout effects: after the paint, the symbol would be one frame behind its row.
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
