import type { VectorSourceSpecification, VectorTileSource } from 'maplibre-gl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { MapLevel } from './basemap-style'
import { type FeatureLayer, putUp, takeDown } from './layers-on-map'
import { useMapRoom } from './map-room'
import { createPace } from './pace'
import type { PointSet } from './point-set'
import { closestTile, pointLayer } from './point-tile'

export interface PointLayerOptions {
  /** Names the source. */
  readonly id: string
  /**
   * From the lowest to the topmost. A module constant: another list means other layers, taken down
   * and put up again. They can use the kind of a point, its `name` from `namedFrom` on, and no more.
   */
  readonly layers: readonly FeatureLayer[]
  /** Immutable: what changed is another set. */
  readonly points: PointSet
  readonly level?: MapLevel
  /** What a click on it hits; without a name it is not touched. */
  readonly name?: string
}

/**
 * While a register is imported it changes several times a second. Its tiles are made anew at most
 * this often, ms, so that the map's worker keeps up.
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
 * Draws a set of points, for as long as the component that calls it is there; for tens of thousands
 * of them, where `useMapLayer` would hold an object for each. A reload of the style is survived.
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
