import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { usePreference } from '../console/preferences'
import { MapView, type MapWords } from '../map/MapView'
import { layers } from './features'
import { WallHold } from './WallHold'

/** The map of the room: sites, teams, alarms and the selection, from the bottom up. */
export function RoomMap() {
  const { t } = useTranslation()
  const language = useConsole((data) => data.language)
  const theme = usePreference('theme')
  const view = useConsole((data) => data.view)
  const words = useMemo<MapWords>(
    () => ({
      label: t('sites:map.label'),
      unavailable: t('sites:map.unavailable'),
      zoomIn: t('sites:map.zoom-in'),
      zoomOut: t('sites:map.zoom-out'),
      wholeRegion: t('sites:map.whole-region'),
      metres: t('sites:map.metres'),
      kilometres: t('sites:map.kilometres'),
    }),
    [t],
  )
  return (
    <MapView language={language} theme={theme} words={words}>
      {layers.map(({ place, Part }) => (
        <Part key={place} />
      ))}
      {view === 'wall' ? <WallHold /> : null}
    </MapView>
  )
}
