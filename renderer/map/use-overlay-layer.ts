import { useLayoutEffect, useRef } from 'react'
import type { MapFeature } from './feature-diff'
import { useMapRoom } from './map-room'
import type { OverlayLayer, ShownLayer } from './overlay'

export interface OverlayLayerOptions {
  readonly order: number
  /** A stable function: another one removes the layer and adds it again. */
  readonly paint: OverlayLayer['paint']
  /** An immutable list. A feature's `sort` property decides what is on top. */
  readonly data: readonly MapFeature[]
  /** What a click on it hits; without a name it is not touched. */
  readonly name?: string
}

/**
 * Draws a list of features above the map as long as the calling component exists. `createOverlay`
 * says what belongs here.
 */
export function useOverlayLayer({ order, paint, data, name }: OverlayLayerOptions): void {
  const { overlay, alive } = useMapRoom()
  const shown = useRef<ShownLayer>(undefined)
  const latest = useRef(data)

  // Layout effects: drawn in the same frame as the list, not after it.
  useLayoutEffect(() => {
    const layer = overlay.add({ order, paint, name })
    layer.show(latest.current)
    shown.current = layer
    return () => {
      shown.current = undefined
      if (alive()) layer.remove()
    }
  }, [overlay, alive, order, paint, name])

  useLayoutEffect(() => {
    latest.current = data
    shown.current?.show(data)
  }, [data])
}
