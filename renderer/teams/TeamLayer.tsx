import { useMemo } from 'react'
import { useConsole, usePorts } from '../app/console-context'
import { selectOnly } from '../app/selection'
import { useNow } from '../app/use-now'
import { type SymbolSpec, useMapSymbols } from '../map/symbols'
import { type FeatureLayer, useMapLayer } from '../map/use-map-layer'
import { assignmentLines, teamFeatures } from './team-features'

const ground = '#0f1822'
// What a team does is told by its letter and filling; a hollow, dashed-looking grey one has an old position.
const look = (id: string, fill: string, stroke: string, text: string, textColour = '#0a1119'): SymbolSpec[] => [
  { id, shape: 'shield', fill, stroke, text, textColour, size: 22, strokeWidth: 1.5 },
  {
    id: `${id}-old`,
    shape: 'shield',
    fill: ground,
    stroke: '#8a9aa9',
    text: '?',
    textColour: '#c2ced9',
    size: 22,
    strokeWidth: 1.5,
  },
]
const symbols: readonly SymbolSpec[] = [
  ...look('team-available', '#2ec4b6', '#d4fffa', ''),
  ...look('team-assigned', '#f2f7fb', '#2ec4b6', '›'),
  ...look('team-on-scene', '#5fd38d', '#f2f7fb', '✓'),
  ...look('team-out-of-service', '#3a4856', '#8a9aa9', '×', '#e4edf5'),
]

const layers: readonly FeatureLayer[] = [
  {
    id: 'team-symbols',
    type: 'symbol',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 6.5, 0.6, 10, 1],
      'symbol-sort-key': ['get', 'sort'],
      'text-field': ['step', ['zoom'], '', 9, ['get', 'callSign']],
      'text-font': ['Map Semibold'],
      'text-size': 12,
      'text-offset': [0, 1.2],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': '#bff5ee', 'text-halo-color': '#0a1119', 'text-halo-width': 1.5 },
  },
]

const lineLayers: readonly FeatureLayer[] = [
  {
    id: 'assignment-lines',
    type: 'line',
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': '#2ec4b6', 'line-width': 1.6, 'line-opacity': 0.6, 'line-dasharray': [0.1, 3] },
  },
]

/** Every team where it last said it was, and to which incident it goes. */
export function TeamLayer() {
  const { store } = usePorts()
  const room = useConsole((data) => data.room)
  const positions = useConsole((data) => data.positions)
  const now = useNow()
  const data = useMemo(() => teamFeatures(room, positions, now), [room, positions, now])
  const lines = useMemo(() => assignmentLines(room, positions), [room, positions])
  useMapSymbols(symbols)
  useMapLayer({ id: 'assignments', layers: lineLayers, data: lines, level: 'middle' })
  useMapLayer({
    id: 'teams',
    layers,
    data,
    level: 'middle',
    onPick: ([teamId]) => teamId && selectOnly(store, { kind: 'team', teamId }),
  })
  return null
}
