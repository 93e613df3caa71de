import type { ExpressionSpecification } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { openAlarms } from '../../shared/alarms/queue'
import { useConsole } from '../console/console-context'
import { afterPaint, markMilestone } from '../console/milestones'
import { mapFonts } from '../map/basemap-fonts'
import { bubbleZoom } from '../map/groups'
import type { FeatureLayer } from '../map/layers-on-map'
import { useMapPalette, useMapRoom } from '../map/map-room'
import { type SymbolSpec, useMapSymbols } from '../map/symbols'
import { usePointLayer } from '../map/use-point-layer'
import { sitePoints } from './site-points'

const dotOpacity = (share: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  7,
  0.12 * share,
  10,
  0.22 * share,
  12,
  0.4 * share,
]

const quiet = { stroke: '#0a1119', strokeWidth: 0, rim: 1.5 }
// A category is known by its shape; colours only repeat it, and stay far from those of alarms.
const symbols: readonly SymbolSpec[] = [
  { id: 'site-particularly-important', shape: 'diamond', fill: '#7fe3d6', size: 13, ...quiet },
  { id: 'site-categorised', shape: 'triangle', fill: '#6fb6c9', size: 11, ...quiet },
  { id: 'site-national-economic', shape: 'square', fill: '#5b89a8', size: 9, ...quiet },
  { id: 'site-residential', shape: 'house', fill: '#566f88', size: 10, ...quiet },
]

/**
 * Below this zoom thousands of symbols would be a carpet that hides everything: where sites are is
 * told by dots as faint as the ground.
 */
const symbolZoom = bubbleZoom
/** Close enough that names of neighbours have room; their tiles carry them from here on. */
const nameZoom = 15

const layers: readonly FeatureLayer[] = [
  {
    id: 'site-dots',
    type: 'circle',
    maxzoom: symbolZoom,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 1, 9, 1.3, 12, 2],
      'circle-color': '#7e97ad',
      'circle-opacity': dotOpacity(1),
    },
  },
  {
    id: 'site-symbols',
    type: 'symbol',
    minzoom: symbolZoom,
    layout: {
      'icon-image': ['concat', 'site-', ['get', 'category']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.7, 15, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': 0.85 },
  },
  {
    id: 'site-names',
    type: 'symbol',
    minzoom: nameZoom,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': mapFonts.regular,
      'text-size': 15,
      'text-anchor': 'top',
      'text-offset': [0, 0.6],
      'text-max-width': 11,
      'text-optional': true,
    },
    paint: { 'text-halo-width': 1.6 },
  },
]

/** Every protected site. */
export function SiteLayer() {
  const sites = useConsole((data) => data.room.sites)
  const points = sitePoints(sites)
  useMapSymbols(symbols)
  usePointLayer({
    id: 'sites',
    layers,
    points,
    level: 'low',
    name: 'site',
  })
  useDimmed(useConsole(({ room }) => openAlarms(room).waiting.length > 0))
  useSitesDrawnMilestone(points.count)
  return null
}

/** Sites stand back while alarms stand; their names are in the colours of the theme. */
function useDimmed(alarms: boolean): void {
  const { map, alive } = useMapRoom()
  const { textSecondary, halo } = useMapPalette()
  useEffect(() => {
    const dim = () => {
      if (!alive() || !map.getLayer('site-dots')) return
      map.setPaintProperty('site-dots', 'circle-opacity', dotOpacity(alarms ? 0.5 : 1))
      map.setPaintProperty('site-symbols', 'icon-opacity', alarms ? 0.4 : 0.85)
      map.setPaintProperty('site-names', 'text-color', textSecondary)
      map.setPaintProperty('site-names', 'text-halo-color', halo)
    }
    dim()
    map.on('style.load', dim)
    return () => {
      map.off('style.load', dim)
    }
  }, [map, alive, alarms, textSecondary, halo])
}

/**
 * Marks, once, the first frame the map has drawn with all sites, when the graphics device has
 * finished it.
 */
function useSitesDrawnMilestone(count: number): void {
  const { map, pointTiles } = useMapRoom()
  const marked = useRef(false)
  useEffect(() => {
    if (count === 0 || marked.current) return
    let loaded = false
    const rendered = () => {
      // The frame in which the last piece arrived may have begun without it: the next one has all.
      if (loaded) {
        map.off('render', rendered)
        marked.current = true
        waitForDevice(map.getCanvas())
        afterPaint(() => markMilestone('sites-drawn'))
      } else if (map.isSourceLoaded('sites') && pointTiles.served('sites') > 0) {
        loaded = true
        map.triggerRepaint()
      }
    }
    map.on('render', rendered)
    return () => {
      map.off('render', rendered)
    }
  }, [map, pointTiles, count])
}

/**
 * Returns when everything drawn so far is finished: commands run later than they are given, and
 * reading a pixel waits for them.
 */
function waitForDevice(canvas: HTMLCanvasElement): void {
  const gl = canvas.getContext('webgl2')
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
}
