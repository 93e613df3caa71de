import type { VectorSourceSpecification, VectorTileSource } from 'maplibre-gl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { MapLevel } from './basemap-style'
import { type FeatureLayer, putUp, takeDown } from './layers-on-map'
import { useMapRoom } from './map-room'
import { createPace } from './pace'
import type { PointSet } from './point-set'
import { closestTile, pointLayer } from './point-tile'

export interface PointLayerOptions {
  readonly id: string
  /**
   * From the lowest to the topmost. Use a module constant: another list means other layers, which
   * are removed and added again. They can use only a point's kind and, from `namedFrom` on, its
   * `name`.
   */
  readonly layers: readonly FeatureLayer[]
  readonly points: PointSet
  readonly level?: MapLevel
  /** Names what a click on it hits; without a name, clicks ignore it. */
  readonly name?: string
}

/**
 * ms. During an import the register changes several times a second; its tiles are rebuilt at most
 * this often, so that the map's worker keeps up.
 */
const renewEvery = 500

const after = (ms: number, call: () => void) => {
  const timer = window.setTimeout(call, ms)
  return () => window.clearTimeout(timer)
}

const tilesAt = (address: string): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [address],
  minzoom: 0,
  maxzoom: closestTile,
})

const drawnFrom = (layers: readonly FeatureLayer[]): readonly FeatureLayer[] =>
  layers.map((layer) => ({ ...layer, 'source-layer': pointLayer }))

/**
 * Draws a set of points as long as the calling component exists: for tens of thousands, where
 * `useMapLayer` would hold an object for each. Survives a reload of the style.
 */
export function usePointLayer({
  id,
  layers,
  points,
  level = 'middle',
  name,
}: PointLayerOptions): void {
  const room = useMapRoom()
  const latest = useRef(points)
  const renew = useRef(() => {})

  useLayoutEffect(() => {
    const { map, pointTiles } = room
    const start = () => {
      const source = tilesAt(pointTiles.serve(id, latest.current))
      putUp(map, { id, layers: drawnFrom(layers), level, source })
    }
    const pace = createPace(renewEvery, { now: () => performance.now(), after }, () => {
      map.getSource<VectorTileSource>(id)?.setTiles([pointTiles.serve(id, latest.current)])
    })
    start()
    renew.current = pace.want
    map.on('style.load', start)
    return () => {
      pace.stop()
      renew.current = () => {}
      pointTiles.end(id)
      if (!room.alive()) return
      map.off('style.load', start)
      takeDown(map, id, layers)
    }
  }, [room, id, layers, level])

  useLayoutEffect(() => {
    if (latest.current === points) return
    latest.current = points
    renew.current()
  }, [points])

  useEffect(() => {
    if (name === undefined) return
    return room.picks.include(
      name,
      layers.map((layer) => layer.id),
      (feature) => room.pointTiles.idOf(id, Number(feature.id)),
    )
  }, [room, id, layers, name])
}
