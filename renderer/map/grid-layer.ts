import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
} from 'maplibre-gl'
import { gridExtent, gridLines, gridStep } from './grid'
import type { MapPalette } from './palette'
import { type Bounds, gridZoom } from './region'

const sourceId = 'grid'

/**
 * How far the grid goes beyond the view, in views: a drag of half a screen shows no bare ground.
 */
const gridMargin = 0.5

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})

export const gridSource: Record<string, SourceSpecification> = {
  // A straight line has nothing to simplify, and a tolerance would make its far ends wander.
  [sourceId]: { type: 'geojson', data: collection([]), tolerance: 0 },
}

export const gridLayer = (palette: MapPalette): LayerSpecification => ({
  id: 'grid',
  type: 'line',
  source: sourceId,
  minzoom: gridZoom,
  paint: {
    'line-color': palette.grid,
    'line-width': 1,
    'line-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.12, 10, 0.2, 12, 0.3],
  },
})

export const boundsOf = (map: MapLibreMap): Bounds => {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

function lineFeatures([west, south, east, north]: Bounds, step: number): GeoJSON.Feature[] {
  return gridLines([west, south, east, north], step).map(({ axis, degrees }) => ({
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates:
        axis === 'lon'
          ? [
              [degrees, south],
              [degrees, north],
            ]
          : [
              [west, degrees],
              [east, degrees],
            ],
    },
  }))
}

/** Keeps the grid under the view for as long as the map lives. */
export function keepGrid(map: MapLibreMap): void {
  let drawn = ''
  const draw = () => {
    const zoom = map.getZoom()
    if (zoom < gridZoom) return
    const step = gridStep(zoom)
    const extent = gridExtent(boundsOf(map), step, gridMargin)
    const key = `${step} ${extent.join(' ')}`
    if (key === drawn) return
    const source = map.getSource<GeoJSONSource>(sourceId)
    if (!source) return
    drawn = key
    void source.setData(collection(lineFeatures(extent, step)))
  }
  const redraw = () => {
    drawn = ''
    draw()
  }
  map.on('move', draw)
  map.on('style.load', redraw)
}
