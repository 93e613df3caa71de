import { useEffect, useMemo, useRef } from 'react'
import { useConsole, usePorts } from '../app/console-context'
import { afterPaint, markMilestone } from '../app/milestones'
import { selectOnly } from '../app/selection'
import type { MapFeature } from '../map/feature-diff'
import { useMapRoom } from '../map/map-room'
import { type SymbolSpec, useMapSymbols } from '../map/symbols'
import { type FeatureLayer, useMapLayer } from '../map/use-map-layer'
import { alarmFeatures } from './alarm-features'

const colours = { 1: '#ff5a5c', 2: '#ffa32b', 3: '#ffdc5c', 4: '#8cbcec' } as const
// The same shapes as in the queue (ui/PriorityMark.tsx): a row and its symbol must be recognised as one.
const shapes = { 1: 'octagon', 2: 'triangle', 3: 'square', 4: 'circle' } as const
const priorities = [1, 2, 3, 4] as const

// Priority is told by shape and number, being unanswered by a filled symbol with a halo; colour repeats it.
const symbols: readonly SymbolSpec[] = priorities.flatMap((priority): SymbolSpec[] => {
  const common = { shape: shapes[priority], stroke: colours[priority], text: String(priority), size: 32 - priority * 2 }
  return [
    { ...common, id: `alarm-${priority}`, fill: colours[priority] },
    { ...common, id: `alarm-${priority}-taken`, fill: '#101b27', textColour: colours[priority] },
  ]
})

const layers: readonly FeatureLayer[] = [
  {
    id: 'alarm-halo',
    type: 'circle',
    filter: ['get', 'unanswered'],
    paint: {
      'circle-radius': ['match', ['get', 'priority'], 1, 30, 2, 24, 18],
      'circle-color': ['match', ['get', 'priority'], 1, colours[1], 2, colours[2], 3, colours[3], colours[4]],
      'circle-opacity': 0.16,
      'circle-stroke-width': 1.5,
      'circle-stroke-color': ['match', ['get', 'priority'], 1, colours[1], 2, colours[2], 3, colours[3], colours[4]],
      'circle-stroke-opacity': 0.55,
    },
  },
  {
    id: 'alarm-symbols',
    type: 'symbol',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'sort'],
      'text-field': ['step', ['zoom'], '', 10.5, ['get', 'name']],
      'text-font': ['Map Semibold'],
      'text-size': 13,
      'text-offset': [0, 1.6],
      'text-anchor': 'top',
      'text-optional': true,
      'text-max-width': 12,
    },
    paint: { 'text-color': '#f2f7fb', 'text-halo-color': '#0a1119', 'text-halo-width': 1.6 },
  },
]

/** Every open alarm at its site. */
export function AlarmLayer() {
  const { store } = usePorts()
  const alarms = useConsole((data) => data.room.alarms)
  const openAlarms = useConsole((data) => data.room.openAlarms)
  const sites = useConsole((data) => data.room.sites)
  const data = useMemo(() => alarmFeatures({ alarms, openAlarms, sites }), [alarms, openAlarms, sites])
  useMapSymbols(symbols)
  useMapLayer({
    id: 'alarms',
    layers,
    data,
    level: 'high',
    onPick: ([alarmId]) => alarmId && selectOnly(store, { kind: 'alarm', alarmId }),
  })
  useSymbolMilestones(data)
  return null
}

/** Symbols awaited at most; during a storm the newest are measured and the rest go by unmeasured. */
const awaitedAtMost = 200

/** Marks each new unanswered alarm once its symbol really stands in a rendered frame (asked of the map, not assumed). */
function useSymbolMilestones(data: readonly MapFeature[]): void {
  const { map } = useMapRoom()
  const seen = useRef(new Set<string>())
  const awaited = useRef(new Set<string>())
  useEffect(() => {
    const now = new Set(data.map((feature) => feature.properties.id))
    for (const id of now) if (!seen.current.has(id) && awaited.current.size < awaitedAtMost) awaited.current.add(id)
    for (const id of awaited.current) if (!now.has(id)) awaited.current.delete(id)
    seen.current = now
  }, [data])
  useEffect(() => {
    const look = () => {
      if (awaited.current.size === 0 || !map.getLayer('alarm-symbols')) return
      for (const { properties } of map.queryRenderedFeatures({ layers: ['alarm-symbols'] })) {
        const id = String(properties.id)
        if (awaited.current.delete(id)) afterPaint(() => markMilestone('alarm-symbol-painted', id))
      }
    }
    map.on('render', look)
    return () => {
      map.off('render', look)
    }
  }, [map])
}
