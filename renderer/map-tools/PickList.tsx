import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePorts } from '../console/console-context'
import { afterPaint } from '../console/milestones'
import { selectOnly } from '../console/selection'
import { fitPoints } from '../map/camera'
import { useMapRoom } from '../map/map-room'
import type { ClickPlace } from '../map/picks'
import { Button } from '../ui/Button'
import { focusFirstButton } from '../ui/focus-first-button'
import { PickRow } from './PickRow'
import { keyOf, type Picked, picked, placesOf } from './picked'
import './pick-list.css'

interface Open {
  readonly all: readonly Picked[]
  readonly at: ClickPlace
}

/** As in pick-list.css. */
const rowHeight = 52
const width = 340
const mostRows = 6
/** Anybody who needs more can zoom in. */
const mostListed = 100
/** With its own edge. */
const headHeight = 50
/** The list keeps this far from the map's edge, CSS pixels. */
const rim = 8

/** A click on one thing selects it. Where several overlap, it lists them all. */
export function PickList() {
  const { picks, map } = useMapRoom()
  const { store } = usePorts()
  const [open, setOpen] = useState<Open | null>(null)
  const close = useCallback(() => setOpen(null), [])
  useEffect(
    () =>
      picks.listen((hits, at) => {
        const all = picked(hits, store.getState().room)
        const [only] = all
        setOpen(all.length > 1 ? { all, at } : null)
        if (only && all.length === 1) selectOnly(store, only)
        return true
      }),
    [picks, store],
  )
  useEffect(() => {
    // The things under the pointer have moved.
    map.on('movestart', close)
    return () => {
      map.off('movestart', close)
    }
  }, [map, close])
  return open ? <List key={`${open.at.x} ${open.at.y}`} open={open} close={close} /> : null
}

function List({ open: { all, at }, close }: { open: Open; close: () => void }) {
  const { t } = useTranslation()
  const { map, alive } = useMapRoom()
  const { store } = usePorts()
  const shown = all.slice(0, mostListed)
  const height = headHeight + Math.min(shown.length, mostRows) * rowHeight
  const leave = () => {
    close()
    map.getCanvas().focus()
  }
  const comeCloser = () => {
    leave()
    const places = placesOf(all, store.getState().room)
    afterPaint(() => alive() && fitPoints(map, places))
  }
  const { clientWidth, clientHeight } = map.getContainer()
  const within = (value: number, whole: number, size: number) =>
    Math.max(rim, Math.min(value, whole - size - rim))
  return (
    <section
      className="pick-list"
      aria-label={t('map-tools:here')}
      style={{
        left: within(at.x + 14, clientWidth, width),
        top: within(at.y - 20, clientHeight, height),
        maxHeight: height,
      }}
      onKeyDown={(event) => onKey(event, leave)}
    >
      <header className="pick-list__head">
        <strong>{t('map-tools:here-count', { count: all.length })}</strong>
        <Button tone="quiet" onClick={comeCloser}>
          {t('map-tools:come-closer')}
        </Button>
        <Button tone="quiet" onClick={leave} label={t('app:close')}>
          ×
        </Button>
      </header>
      <ul className="pick-list__rows" ref={focusFirstButton}>
        {shown.map((one) => (
          <li key={keyOf(one)}>
            <button
              type="button"
              className="pick-row"
              onClick={() => {
                leave()
                selectOnly(store, one)
              }}
            >
              <PickRow one={one} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Escape closes it, and the arrows move through its rows. */
function onKey(event: KeyboardEvent<HTMLElement>, leave: () => void): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (event.key === 'Escape') leave()
  else if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.pick-row')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  rows[at + step]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
