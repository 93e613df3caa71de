import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapLanguage } from './basemap-labels'
import type { MapFeature } from './feature-diff'
import { flatProjection, type Project, type ScreenPoint } from './flat-projection'
import type { Town } from './groups'
import { messageOf } from './map-failure'
import { createLabels, type Labels } from './overlay-labels'
import { type MapPalette, type MapTheme, palettes } from './palette'
import { mapFont, type PieceView } from './piece'
import { createPieceLayers, type Drawn, type Hit, type PieceLayers } from './piece-layers'
import { loadTowns, townNames } from './towns'

/** A feature and where its coordinates are on screen: one point, or those of a line. */
export interface Spot {
  readonly feature: MapFeature
  readonly points: readonly ScreenPoint[]
}

export interface Pen {
  readonly context: CanvasRenderingContext2D
  readonly zoom: number
  readonly labels: Labels
  readonly palette: MapPalette
  /** Where the piece with this key was drawn; only for layers above the pieces. */
  readonly find: (key: string) => Drawn | undefined
}

export interface OverlayLayer {
  /** A higher one is drawn later. Below 2: under the pieces. */
  readonly order: number
  /** Draws what is in view, in the order of the features' `sort`. */
  readonly paint: (pen: Pen, spots: readonly Spot[]) => void
  /** What a click on it hits; without a name it is not touched. */
  readonly name?: string | undefined
}

export interface ShownLayer {
  /** Show exactly these features from the next frame on. */
  show(features: readonly MapFeature[]): void
  remove(): void
}

export interface Overlay {
  add(layer: OverlayLayer): ShownLayer
  /** What nothing may cover: symbols, bubbles and tags. */
  readonly addPieces: PieceLayers['add']
  /** All that lies within `reach` CSS pixels of a point, the topmost first. */
  at(point: { readonly x: number; readonly y: number }, reach: number): readonly Hit[]
  setLook(look: { readonly language?: MapLanguage; readonly theme?: MapTheme }): void
  remove(): void
}

/** Symbols this far outside the canvas still show an edge in it, CSS pixels. */
const rim = 40

/** Half of the smallest symbol: a click inside it is a hit, CSS pixels. */
const symbolRadius = 9

/** Layers from here on are drawn above the pieces. */
const abovePieces = 2

interface Layer extends OverlayLayer {
  asked: readonly MapFeature[]
  features: readonly MapFeature[]
  spots: readonly Spot[]
}

const coordinatesOf = ({ geometry }: MapFeature): readonly GeoJSON.Position[] =>
  geometry.type === 'Point'
    ? [geometry.coordinates]
    : geometry.type === 'LineString'
      ? geometry.coordinates
      : []

const sortOf = ({ properties }: MapFeature): number => Number(properties.sort ?? 0)

/**
 * A plain canvas above the map for the few hundred things that change every second. Without a
 * graphics card, a frame of the map itself costs 150-350 ms, and everything else waits for it; a
 * frame of this canvas costs a few. The map is redrawn only when it is moved.
 */
export function createOverlay(map: MapLibreMap): Overlay {
  const canvas = document.createElement('canvas')
  canvas.className = 'map-overlay'
  canvas.setAttribute('aria-hidden', 'true')
  map.getCanvasContainer().append(canvas)
  const context = canvas.getContext('2d')
  const layers: Layer[] = []
  let scheduled = false
  let alive = true
  let drawnCamera = ''
  let towns: readonly Town[] = []
  let look: { language: MapLanguage; theme: MapTheme } = { language: 'en', theme: 'dark' }

  const fitCanvas = (width: number, height: number) => {
    const [wide, high] = [
      Math.round(width * devicePixelRatio),
      Math.round(height * devicePixelRatio),
    ]
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide
      canvas.height = high
    }
  }

  const draw = () => {
    scheduled = false
    if (!alive || !context) return
    drawnCamera = cameraOf(map)
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    fitCanvas(width, height)
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    context.clearRect(0, 0, width, height)
    const labels = createLabels()
    const palette = palettes[look.theme]
    const pen: Pen = { context, zoom: map.getZoom(), labels, palette, find: pieces.find }
    const project = flatProjection((place) => map.project(place))
    const paint = (layer: Layer) => {
      layer.spots = spotsOf(layer.features, project, { width, height })
      context.save()
      layer.paint(pen, layer.spots)
      context.restore()
    }
    for (const layer of layers) if (layer.order < abovePieces) paint(layer)
    const view: PieceView = { zoom: pen.zoom, towns, language: look.language, palette, widthOf }
    const names = () => townNames(towns, view, widthOf)
    pieces.paint(pen, view, { width, height, project, names })
    for (const layer of layers) if (layer.order >= abovePieces) paint(layer)
    labels.paint(context, pieces.boxes())
  }
  /**
   * Before the frame that is being made, not the one after it: a symbol appears together with its
   * row.
   */
  const schedule = () => {
    if (scheduled) return
    scheduled = true
    queueMicrotask(draw)
  }
  const followCamera = () => {
    if (cameraOf(map) !== drawnCamera) draw()
  }
  const widthOf = (text: string, size: number): number => {
    if (!context) return 0
    context.font = mapFont(size)
    return context.measureText(text).width
  }
  const pieces = createPieceLayers(schedule)
  map.on('render', followCamera)
  map.on('resize', draw)
  loadTowns().then(
    (loaded) => {
      towns = loaded
      schedule()
    },
    // The names are on the map all the same; bubbles only do not know where.
    (error: unknown) => console.warn(`Map: ${messageOf(error)}`),
  )

  return {
    addPieces: pieces.add,
    setLook(next) {
      look = { ...look, ...next }
      schedule()
    },
    add(options) {
      const layer: Layer = { ...options, asked: [], features: [], spots: [] }
      layers.push(layer)
      layers.sort((a, b) => a.order - b.order)
      return {
        show(features) {
          if (sameFeatures(features, layer.asked)) return
          layer.asked = features
          layer.features = [...features].sort((a, b) => sortOf(a) - sortOf(b))
          schedule()
        },
        remove() {
          layers.splice(layers.indexOf(layer), 1)
          schedule()
        },
      }
    },
    at({ x, y }, reach) {
      const near = ({ points: [point] }: Spot) =>
        point !== undefined && Math.hypot(point[0] - x, point[1] - y) <= symbolRadius + reach
      const below = layers.toReversed().flatMap(({ name, spots }) =>
        name === undefined
          ? []
          : spots
              .filter(near)
              .toReversed()
              .map(({ feature }) => ({ layer: name, id: feature.properties.id })),
      )
      return [...pieces.at([x, y], reach), ...below]
    },
    remove() {
      alive = false
      map.off('render', followCamera)
      map.off('resize', draw)
      canvas.remove()
    },
  }
}

/** What of the features is in view. */
function spotsOf(
  features: readonly MapFeature[],
  project: Project,
  { width, height }: { readonly width: number; readonly height: number },
): Spot[] {
  const spots: Spot[] = []
  for (const feature of features) {
    const points = coordinatesOf(feature).map(project)
    const seen = points.some(
      ([x, y]) => x > -rim && y > -rim && x < width + rim && y < height + rim,
    )
    // The ends of a line may both be out of view and its middle in it.
    if (seen || points.length > 1) spots.push({ feature, points })
  }
  return spots
}

/** Most signals of a storm change nothing that is drawn. */
const sameFeatures = (a: readonly MapFeature[], b: readonly MapFeature[]): boolean =>
  a.length === b.length && a.every((feature, n) => feature === b[n])

const cameraOf = (map: MapLibreMap): string => {
  const { lng, lat } = map.getCenter()
  const { clientWidth, clientHeight } = map.getContainer()
  return `${lng} ${lat} ${map.getZoom()} ${clientWidth} ${clientHeight}`
}

/** Draws the lines among the spots with the pen's present colour, width and dashes. */
export function strokeLines(context: CanvasRenderingContext2D, spots: readonly Spot[]): void {
  context.beginPath()
  for (const { points } of spots)
    points.forEach(([x, y], n) => {
      if (points.length < 2) return
      if (n === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    })
  context.stroke()
}

/** Draws a circle with the pen's present colours: filled, outlined or both. */
export function drawCircle(
  context: CanvasRenderingContext2D,
  [x, y]: ScreenPoint,
  radius: number,
): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
}
