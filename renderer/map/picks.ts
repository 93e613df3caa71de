import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { Overlay } from './overlay'
import type { Point } from './region'

/** The user clicked on features of a layer: their ids, the topmost first, and where. */
export type PickHandler = (ids: readonly string[], at: Point) => void

/** What a feature of the map is to whoever drew it; null when that is no longer known. */
export type IdOf = (feature: Pick<MapGeoJSONFeature, 'id' | 'properties'>) => string | null

export interface Picks {
  /**
   * Listens for clicks on these layers. An id is the property `id` of a feature unless `idOf` says
   * otherwise. Returns the end of listening.
   */
  listen(layerIds: readonly string[], pick: PickHandler, idOf?: IdOf): () => void
}

interface Handler {
  readonly pick: PickHandler
  readonly idOf: IdOf
}

const propertyId: IdOf = ({ properties }) => String(properties.id)

/**
 * A symbol need not be hit to the pixel: half of a finger, or of a hand that trembles at 4 a.m. In
 * CSS pixels.
 */
const reach = 5

/**
 * One click, one answer: the topmost feature under the pointer says which layer is meant, and only
 * that layer is told. Were each layer to listen by itself, an alarm on top of its site would open
 * both.
 */
export function createPicks(map: MapLibreMap, overlay: Overlay): Picks {
  const handlers = new Map<string, Handler>()

  const featuresAt = ({ x, y }: { x: number; y: number }) => {
    const layers = [...handlers.keys()].filter((id) => map.getLayer(id))
    if (layers.length === 0) return []
    return map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers },
    )
  }

  map.on('click', (event: MapMouseEvent) => {
    const above = overlay.at(event.point, reach)
    if (above) {
      above.pick(above.ids)
      return
    }
    const hits = featuresAt(event.point)
    const handler = hits[0] && handlers.get(hits[0].layer.id)
    if (!handler) return
    const ids = hits
      .filter((hit) => handlers.get(hit.layer.id) === handler)
      .flatMap((hit) => handler.idOf(hit) ?? [])
    handler.pick([...new Set(ids)], [event.lngLat.lng, event.lngLat.lat])
  })

  let pending = 0
  map.on('mousemove', ({ point }: MapMouseEvent) => {
    if (pending) return
    // The pointer moves faster than the screen: one look per frame is enough.
    pending = requestAnimationFrame(() => {
      pending = 0
      const over = overlay.at(point, reach) !== null || featuresAt(point).length > 0
      map.getCanvas().style.cursor = over ? 'pointer' : ''
    })
  })
  map.on('remove', () => cancelAnimationFrame(pending))

  return {
    listen(layerIds, pick, idOf = propertyId) {
      const handler: Handler = { pick, idOf }
      for (const id of layerIds) handlers.set(id, handler)
      return () => {
        for (const id of layerIds) if (handlers.get(id) === handler) handlers.delete(id)
      }
    },
  }
}
