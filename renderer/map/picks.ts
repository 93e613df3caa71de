import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { Overlay } from './overlay'
import type { Hit } from './piece-layers'
import type { Point } from './region'

/** Where a click was: on the ground, and on the map in CSS pixels. */
export interface ClickPlace {
  readonly place: Point
  readonly x: number
  readonly y: number
}

/** All that lies under the pointer, the topmost first; nothing when the bare map was clicked. */
export type PickHandler = (hits: readonly Hit[], at: ClickPlace) => void

/** A map feature's id for whoever drew it; null when no longer known. */
export type IdOf = (feature: Pick<MapGeoJSONFeature, 'id' | 'properties'>) => string | null

const propertyId: IdOf = ({ properties }) => String(properties.id)

export interface Picks {
  /**
   * Clicks on these layers of the map hit `name`. An id is the property `id` of a feature unless
   * `idOf` says otherwise. Returns the end of it.
   */
  include(name: string, layerIds: readonly string[], idOf?: IdOf): () => void
  /** Hears every click. One who returns `true` takes it: those who came before hear nothing. */
  listen(handler: (...click: Parameters<PickHandler>) => boolean): () => void
}

/**
 * CSS pixels. A symbol need not be hit to the pixel: half a finger, or a trembling hand at 4 a.m.
 */
const reach = 5

/** One click, one answer: all that it hit is told at once, whatever layers it belongs to. */
export function createPicks(map: MapLibreMap, overlay: Overlay): Picks {
  const named = new Map<string, { readonly name: string; readonly idOf: IdOf }>()
  const handlers: ((...click: Parameters<PickHandler>) => boolean)[] = []

  const onGround = ({ x, y }: { x: number; y: number }): readonly Hit[] => {
    const layers = [...named.keys()].filter((id) => map.getLayer(id))
    if (layers.length === 0) return []
    const found = map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers },
    )
    return found.flatMap((feature) => {
      const layer = named.get(feature.layer.id)
      const id = layer?.idOf(feature) ?? null
      return layer && id !== null ? [{ layer: layer.name, id }] : []
    })
  }

  map.on('click', ({ point, lngLat }: MapMouseEvent) => {
    const hits = distinct([...overlay.at(point, reach), ...onGround(point)])
    const at: ClickPlace = { place: [lngLat.lng, lngLat.lat], x: point.x, y: point.y }
    for (const handler of handlers.toReversed()) if (handler(hits, at)) return
  })

  let pending = 0
  map.on('mousemove', ({ point }: MapMouseEvent) => {
    if (pending) return
    // The pointer moves faster than the screen: one look per frame is enough.
    pending = requestAnimationFrame(() => {
      pending = 0
      const over = overlay.at(point, reach).length > 0 || onGround(point).length > 0
      map.getCanvas().style.cursor = over ? 'pointer' : ''
    })
  })
  map.on('remove', () => cancelAnimationFrame(pending))

  return {
    include(name, layerIds, idOf = propertyId) {
      const layer = { name, idOf }
      for (const id of layerIds) named.set(id, layer)
      return () => {
        for (const id of layerIds) if (named.get(id) === layer) named.delete(id)
      }
    },
    listen(handler) {
      handlers.push(handler)
      return () => void handlers.splice(handlers.indexOf(handler), 1)
    },
  }
}

const distinct = (hits: readonly Hit[]): readonly Hit[] => [
  ...new Map(hits.map((hit) => [`${hit.layer} ${hit.id}`, hit])).values(),
]
