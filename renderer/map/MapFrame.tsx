import { useEffect, useRef } from 'react'
import { gridLabel, gridLines, gridStep } from './grid'
import { boundsOf } from './grid-layer'
import { useMap } from './map-room'
import { gridZoom } from './region'
import { metresPerPixel, scaleBar } from './scale'

/** Labels nearer to a corner than this would run into the neighbouring edge's. In CSS pixels. */
const cornerRoom = 44

const scaleWidth = 130

export interface MapUnits {
  readonly metres: string
  readonly kilometres: string
}

interface Tick {
  readonly axis: 'lon' | 'lat'
  readonly at: number
  readonly label: string
}

/**
 * Writes the ticks into the frame, reusing its elements: this runs on every frame of a moving map.
 */
function writeTicks(frame: HTMLElement, ticks: readonly Tick[]): void {
  while (frame.childElementCount > ticks.length) frame.lastElementChild?.remove()
  while (frame.childElementCount < ticks.length) frame.append(document.createElement('span'))
  ticks.forEach(({ axis, at, label }, n) => {
    const element = frame.children[n]
    if (!(element instanceof HTMLElement)) return
    element.className = `map-tick map-tick-${axis}`
    element.textContent = label
    element.style.translate = axis === 'lon' ? `${at}px 0` : `0 ${at}px`
  })
}

/**
 * Coordinates along the upper and left edge where the grid is drawn, and a scale bar. Written
 * outside React: see `writeTicks`.
 */
export function MapFrame({ units }: { readonly units: MapUnits }) {
  const map = useMap()
  const ticks = useRef<HTMLDivElement>(null)
  const scale = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const currentTicks = (): Tick[] => {
      const zoom = map.getZoom()
      if (zoom < gridZoom) return []
      const step = gridStep(zoom)
      const { lng, lat } = map.getCenter()
      const { clientWidth, clientHeight } = map.getContainer()
      return gridLines(boundsOf(map), step).flatMap(({ axis, degrees }) => {
        const { x, y } = map.project(axis === 'lon' ? [degrees, lat] : [lng, degrees])
        const at = Math.round(axis === 'lon' ? x : y)
        const end = axis === 'lon' ? clientWidth : clientHeight
        return at < cornerRoom || at > end - cornerRoom
          ? []
          : [{ axis, at, label: gridLabel(degrees, step) }]
      })
    }
    const write = () => {
      if (ticks.current) writeTicks(ticks.current, currentTicks())
      if (!scale.current) return
      const { metres, width } = scaleBar(
        metresPerPixel(map.getCenter().lat, map.getZoom()),
        scaleWidth,
      )
      scale.current.style.width = `${Math.round(width)}px`
      scale.current.textContent =
        metres >= 1000 ? `${metres / 1000} ${units.kilometres}` : `${metres} ${units.metres}`
    }
    write()
    map.on('move', write)
    map.on('resize', write)
    return () => {
      map.off('move', write)
      map.off('resize', write)
    }
  }, [map, units])

  return (
    <div className="map-frame" aria-hidden="true">
      <div ref={ticks} />
      <div ref={scale} className="map-scale" />
    </div>
  )
}
