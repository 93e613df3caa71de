import { useLayoutEffect, useRef } from 'react'
import { useMapRoom } from './map-room'
import type { PieceLayer, ShownPieces } from './piece-layers'

export interface PiecesOptions<Data> extends PieceLayer<Data> {
  /** Immutable: another object makes new pieces. */
  readonly data: Data
}

/** Draws what nothing may cover, as long as the calling component exists. */
export function usePieces<Data>({ name, make, drawn, data }: PiecesOptions<Data>): void {
  const { overlay, alive } = useMapRoom()
  const shown = useRef<ShownPieces<Data>>(undefined)
  const latest = useRef(data)

  // Layout effects: drawn in the same frame as the list, not after it.
  useLayoutEffect(() => {
    const layer = overlay.addPieces({ name, make, drawn }, latest.current)
    shown.current = layer
    return () => {
      shown.current = undefined
      if (alive()) layer.remove()
    }
  }, [overlay, alive, name, make, drawn])

  useLayoutEffect(() => {
    latest.current = data
    shown.current?.show(data)
  }, [data])
}
