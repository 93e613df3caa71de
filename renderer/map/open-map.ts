import { addProtocol, GPUInitializationError, removeProtocol } from 'maplibre-gl'
import { createCameraHold } from './camera-hold'
import { createMap, type MapLook } from './create-map'
import { keepGrid } from './grid-layer'
import { type MapFailure, messageOf } from './map-failure'
import type { MapRoom } from './map-room'
import { createOverlay } from './overlay'
import { createPicks } from './picks'
import { createPointTiles, type PointTiles } from './point-tiles'
import { repaint } from './repaint'

export interface MapEvents {
  /** The base style is loaded and layers may come; `undefined` when the map is closing. */
  readonly ready: (room: MapRoom | undefined) => void
  readonly failed: (failure: MapFailure) => void
  /** What failed before works again: the graphics driver restarted. */
  readonly recovered: () => void
}

function holdOnGesture({ map, hold }: MapRoom): void {
  const touched = () => hold.gesture(performance.now())
  map.on('mousedown', touched)
  map.on('touchstart', touched)
  map.on('wheel', touched)
  map.getCanvas().addEventListener('keydown', touched)
}

/**
 * MapLibre's own message tells a website's visitor to change browsers, and the driver's is followed
 * by a page of registers.
 */
function withoutGraphics(error: unknown): string {
  if (!(error instanceof GPUInitializationError)) return messageOf(error)
  return `WebGL 2: ${error.statusMessage?.split(',')[0] ?? 'not available'}`
}

export function openMap(container: HTMLElement, look: MapLook, events: MapEvents): () => void {
  let map: ReturnType<typeof createMap>
  try {
    map = createMap(container, look)
  } catch (error) {
    events.failed({ reason: 'no-webgl', message: withoutGraphics(error) })
    return () => undefined
  }
  let alive = true
  let styled = false
  const overlay = createOverlay(map)
  const { pointTiles, close: closePointTiles } = openPointTiles()
  const room: MapRoom = {
    map,
    hold: createCameraHold(),
    overlay,
    picks: createPicks(map, overlay),
    pointTiles,
    alive: () => alive,
    paint: (theme) => repaint(map, theme),
  }
  holdOnGesture(room)
  keepGrid(map)
  map.on('error', ({ error }) => {
    // Once the style is loaded, an error is a missing file or tile: the map has a hole, but there
    // is a map.
    if (styled) console.warn(`Map: ${messageOf(error)}`)
    else events.failed({ reason: 'style', message: messageOf(error) })
  })
  map.on('webglcontextlost', () =>
    events.failed({ reason: 'context-lost', message: 'The graphics device was lost' }),
  )
  map.on('webglcontextrestored', events.recovered)
  map.once('style.load', () => {
    styled = true
    events.ready(room)
  })
  return () => {
    alive = false
    events.ready(undefined)
    overlay.remove()
    map.remove()
    closePointTiles()
  }
}

/** MapLibre has one tile server per scheme, for all maps of a page. */
function openPointTiles(): { readonly pointTiles: PointTiles; close(): void } {
  const scheme = `points-${crypto.randomUUID()}`
  const pointTiles = createPointTiles(scheme)
  addProtocol(scheme, async ({ url }) => pointTiles.answer(url))
  return { pointTiles, close: () => removeProtocol(scheme) }
}
