import { useEffect, useLayoutEffect, useRef } from 'react'
import type { MapFeature } from './feature-diff'
import { useMapRoom } from './map-room'
import type { OverlayLayer, OverlayPick, ShownLayer } from './overlay'

export interface OverlayLayerOptions {
  readonly order: number
  /** A function that stays the same: another one takes the layer down and puts it up again. */
  readonly paint: OverlayLayer['paint']
  /** An immutable list. `sort` among a feature's properties says what is drawn on top. */
  readonly data: readonly MapFeature[]
  readonly onPick?: OverlayPick
}

/**
 * Draws a list of features above the map, for as long as the component that calls it is there. See
 * `createOverlay` for what belongs here.
 */
export function useOverlayLayer({ order, paint, data, onPick }: OverlayLayerOptions): void {
  const { overlay, alive } = useMapRoom()
  const shown = useRef<ShownLayer>(undefined)
  const latest = useRef(data)
  const pick = useRef(onPick)
  const pickable = onPick !== undefined

  // Layout effects: what is drawn here comes with the frame of the list, not after it.
  useLayoutEffect(() => {
    const layer = overlay.add({
      order,
      paint,
      pick: pickable ? (ids) => pick.current?.(ids) : undefined,
    })
    layer.show(latest.current)
    shown.current = layer
    return () => {
      shown.current = undefined
      if (alive()) layer.remove()
    }
  }, [overlay, alive, order, paint, pickable])

  useLayoutEffect(() => {
    latest.current = data
    shown.current?.show(data)
  }, [data])

  useEffect(() => {
    pick.current = onPick
  }, [onPick])
}
