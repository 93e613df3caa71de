import { useEffect, useRef } from 'react'
import { useConsole, usePorts } from '../console/console-context'
import { afterPaint, markMilestone } from '../console/milestones'
import { selectOnly } from '../console/selection'
import type { FeatureLayer } from '../map/layers-on-map'
import { useMapRoom } from '../map/map-room'
import { type SymbolSpec, useMapSymbols } from '../map/symbols'
import { usePointLayer } from '../map/use-point-layer'
import { sitePoints } from './site-points'

const quiet = { stroke: '#0a1119', strokeWidth: 0, rim: 1.5 }
// A category is known by its shape; the colours only repeat it, and stay far from those of alarms.
const symbols: readonly SymbolSpec[] = [
  { id: 'site-particularly-important', shape: 'diamond', fill: '#7fe3d6', size: 13, ...quiet },
  { id: 'site-categorised', shape: 'triangle', fill: '#6fb6c9', size: 11, ...quiet },
  { id: 'site-national-economic', shape: 'square', fill: '#5b89a8', size: 9, ...quiet },
  { id: 'site-residential', shape: 'house', fill: '#566f88', size: 10, ...quiet },
]

/**
 * From here on a site is a symbol; farther out 19,000 symbols would be a carpet and a load, so they
 * are dots.
 */
const symbolZoom = 11.5

const layers: readonly FeatureLayer[] = [
  {
    id: 'site-dots',
    type: 'circle',
    maxzoom: symbolZoom,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 1, 9, 1.6, 11.5, 2.8],
      'circle-color': [
        'match',
        ['get', 'category'],
        'particularly-important',
        '#7fe3d6',
        'categorised',
        '#6fb6c9',
        'residential',
        '#4a6078',
        '#5b89a8',
      ],
      'circle-opacity': ['interpolate', ['linear'], ['zoom'], 6, 0.6, 9, 0.75, 11, 0.95],
    },
  },
  {
    id: 'site-symbols',
    type: 'symbol',
    minzoom: symbolZoom,
    layout: {
      'icon-image': ['concat', 'site-', ['get', 'category']],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
]

/** Every protected site. */
export function SiteLayer() {
  const { store } = usePorts()
  const sites = useConsole((data) => data.room.sites)
  const points = sitePoints(sites)
  useMapSymbols(symbols)
  usePointLayer({
    id: 'sites',
    layers,
    points,
    level: 'low',
    onPick: ([siteId]) => siteId && selectOnly(store, { kind: 'site', siteId }),
  })
  useSitesDrawnMilestone(points.count)
  return null
}

/**
 * Marks, once, the first frame that the map has drawn with all sites in it, when the graphics
 * device is done with it.
 */
function useSitesDrawnMilestone(count: number): void {
  const { map, pointTiles } = useMapRoom()
  const marked = useRef(false)
  useEffect(() => {
    if (count === 0 || marked.current) return
    let loaded = false
    const rendered = () => {
      // The frame in which the last piece became known may have begun without it: the next one has
      // them all.
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
 * Returns when what was drawn so far stands: commands are carried out later than they are given,
 * reading a pixel waits for them.
 */
function waitForDevice(canvas: HTMLCanvasElement): void {
  const gl = canvas.getContext('webgl2')
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
}
