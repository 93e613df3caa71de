import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePorts } from '../console/console-context'
import { wallMinute } from '../console/time'
import { showRegion } from '../map/camera'
import { useMapRoom } from '../map/map-room'
import { Button } from '../ui/Button'

/**
 * Says that somebody moved the map of the wall, since when, and how it goes back. Nothing moves it
 * by itself, for however long it is left.
 */
export function WallHold() {
  const { t } = useTranslation()
  const { store, now } = usePorts()
  const { map, hold } = useMapRoom()
  const [since, setSince] = useState<number | null>(null)
  useEffect(
    () =>
      hold.subscribe(() =>
        setSince((before) =>
          hold.heldUntil() === undefined ? null : (before ?? now() + store.getState().clockOffset),
        ),
      ),
    [hold, now, store],
  )
  if (since === null) return null
  return (
    <div className="wall-hold" role="status">
      <span>{t('app:view.held', { time: wallMinute(since) })}</span>
      <Button
        onClick={() => {
          showRegion(map)
          hold.release()
        }}
      >
        {t('sites:map.whole-region')}
      </Button>
    </div>
  )
}
