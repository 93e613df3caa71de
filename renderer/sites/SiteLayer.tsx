import { useEffect, useMemo, useRef } from 'react'
import { useConsole, usePorts } from '../app/console-context'
import { afterPaint, markMilestone } from '../app/milestones'
import { selectOnly } from '../app/selection'
import { useMapRoom } from '../map/map-room'
import { type SymbolSpec, useMapSymbols } from '../map/symbols'
import { type FeatureLayer, useMapLayer } from '../map/use-map-layer'
import { siteFeatures } from './site-features'

const quiet = { stroke: '#0a1119', strokeWidth: 0, rim: 1.5 }
// A category is known by its shape; the colours only repeat it, and stay far from those of alarms.
const symbols: readonly SymbolSpec[] = [
  { id: 'site-particularly-important', shape: 'diamond', fill: '#7fe3d6', size: 13, ...quiet },
  { id: 'site-categorised', shape: 'triangle', fill: '#6fb6c9', size: 11, ...quiet },
  { id: 'site-national-economic', shape: 'square', fill: '#5b89a8', size: 9, ...quiet },
  { id: 'site-residential', shape: 'house', fill: '#566f88', size: 10, ...quiet },
]

/** From here on a site is a symbol; farther out 19,000 symbols would be a carpet and a load, so they are dots. */
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
  const data = useMemo(() => siteFeatures(sites), [sites])
  useMapSymbols(symbols)
  useMapLayer({
    id: 'sites',
    layers,
    data,
    level: 'low',
    onPick: ([siteId]) => siteId && selectOnly(store, { kind: 'site', siteId }),
  })
  useSitesDrawnMilestone(data.length)
  return null
}

/** Marks, once, the first frame on which the map has drawn all sites. */
function useSitesDrawnMilestone(count: number): void {
  const { map } = useMapRoom()
  const marked = useRef(false)
  useEffect(() => {
    if (count === 0 || marked.current) return
    const drawn = () => {
      marked.current = true
      afterPaint(() => markMilestone('sites-drawn'))
    }
    map.once('idle', drawn)
    return () => {
      map.off('idle', drawn)
    }
  }, [map, count])
}
