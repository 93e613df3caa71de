import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openDialog } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import { useMap } from '../map/map-room'
import { gridZoom } from '../map/region'

/**
 * A discreet word in the corner where somebody would otherwise wonder whether the streets failed to
 * load, and the way to have them.
 */
export function StreetNote() {
  const { t } = useTranslation()
  const ports = usePorts()
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
  return close ? (
    <button
      type="button"
      className="map-street-note"
      onClick={() => openDialog(ports, { kind: 'region-map' })}
    >
      {t('map-tools:no-streets')}
    </button>
  ) : null
}
