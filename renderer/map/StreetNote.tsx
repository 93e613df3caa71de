import { useEffect, useState } from 'react'
import { useMap } from './map-room'
import { gridZoom } from './region'
import { streetMapState } from './street-map'

/**
 * A discreet word in the corner where somebody would otherwise wonder whether the streets failed to
 * load.
 */
export function StreetNote({ text }: { readonly text: string }) {
  const map = useMap()
  const [close, setClose] = useState(() => map.getZoom() >= gridZoom)
  useEffect(() => {
    const look = () => setClose(map.getZoom() >= gridZoom)
    map.on('zoomend', look)
    look()
    return () => {
      map.off('zoomend', look)
    }
  }, [map])
  return close && streetMapState() === 'not-installed' ? (
    <p className="map-street-note">{text}</p>
  ) : null
}
