import { useEffect, useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showWholeRegion } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { sayNumber } from '../console/figures'
import { useNow } from '../console/now'
import { showRegion } from '../map/camera'
import { bubbleZoom } from '../map/groups'
import { useMapRoom } from '../map/map-room'
import { KeyCap } from '../ui/KeyCap'
import './view-chips.css'

/** Says why the map does not move by itself, and takes it back to the region when it is asked. */
export function ViewChips() {
  const { t, i18n } = useTranslation()
  const ports = usePorts()
  const held = useHeld()
  const far = useFar()
  const sites = useConsole((data) => data.room.sites.size)
  useHoming()
  return (
    <div className="view-chips">
      {held ? (
        <button type="button" className="view-chip" onClick={() => showWholeRegion(ports)}>
          <strong>{t('map-tools:held')}</strong> {t('map-tools:held-why')} <KeyCap keys="home" />
        </button>
      ) : null}
      {far && sites > 0 && !held ? (
        <span className="view-chip view-chip--quiet">
          {t('map-tools:sites-from', { count: sayNumber(i18n.language, sites), zoom: bubbleZoom })}
        </span>
      ) : null}
    </div>
  )
}

/** Whether the map is held where the officer put it; looked at each second, since a hold ends. */
function useHeld(): boolean {
  const { hold } = useMapRoom()
  const [, look] = useReducer((looks: number) => looks + 1, 0)
  useNow()
  useEffect(() => hold.subscribe(look), [hold])
  return !hold.allowsMove(performance.now())
}

function useFar(): boolean {
  const { map } = useMapRoom()
  const [far, setFar] = useState(() => map.getZoom() < bubbleZoom)
  useEffect(() => {
    const look = () => setFar(map.getZoom() < bubbleZoom)
    map.on('zoomend', look)
    return () => {
      map.off('zoomend', look)
    }
  }, [map])
  return far
}

function useHoming(): void {
  const ports = usePorts()
  const { map, hold } = useMapRoom()
  const homing = useConsole((data) => data.homing)
  const done = useRef(homing)
  useEffect(() => {
    if (done.current === homing) return
    done.current = homing
    hold.release()
    showRegion(map)
  }, [map, hold, homing])
  useEffect(() => {
    // With the focus on the map its keys are the map's own, which has no use for this one.
    const onKey = ({ key, shiftKey }: KeyboardEvent) => {
      if (key === 'Home' && !shiftKey) showWholeRegion(ports)
    }
    const canvas = map.getCanvas()
    canvas.addEventListener('keydown', onKey)
    return () => canvas.removeEventListener('keydown', onKey)
  }, [map, ports])
}
