import { useLayoutEffect, useRef } from 'react'
import type { MapFeature } from './feature-diff'
import { useMapRoom } from './map-room'
import type { OverlayLayer, ShownLayer } from './overlay'

export interface OverlayLayerOptions {
  readonly order: number
  /** A function that stays the same: another one takes the layer down and puts it up again. */
  readonly paint: OverlayLayer['paint']
  /** An immutable list. `sort` among a feature's properties says what is drawn on top. */
  readonly data: readonly MapFeature[]
  /** What a click on it hits; without a name it is not touched. */
  readonly name?: string
}

/**
 * Draws a list of features above the map, for as long as the component that calls it is there. See
 * `createOverlay` for what belongs here.
 */
export function useOverlayLayer({ order, paint, data, name }: OverlayLayerOptions): void {
  const { overlay, alive } = useMapRoom()
  const shown = useRef<ShownLayer>(undefined)
  const latest = useRef(data)

  // Layout effects: what is drawn here comes with the frame of the list, not after it.
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
