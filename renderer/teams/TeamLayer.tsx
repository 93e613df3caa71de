import { useMemo } from 'react'
import { useConsole, usePorts } from '../app/console-context'
import { useNow } from '../app/now'
import { selectOnly } from '../app/selection'
import { type SymbolSpec, useMapSymbols } from '../map/symbols'
import { type FeatureLayer, useMapLayer } from '../map/use-map-layer'
import { assignmentLines, teamFeatures } from './team-features'

const ground = '#0f1822'
const common = { shape: 'shield', size: 22, strokeWidth: 1.5 } as const
// What a team does is told by its letter and filling. One whose position is old wears a grey, hollow shield with a
// question mark instead: where it is drawn is where it was.
const looks = [
  { id: 'team-available', fill: '#2ec4b6', stroke: '#d4fffa' },
  { id: 'team-assigned', fill: '#f2f7fb', stroke: '#2ec4b6', text: '›' },
  { id: 'team-on-scene', fill: '#5fd38d', stroke: '#f2f7fb', text: '✓' },
  { id: 'team-out-of-service', fill: '#3a4856', stroke: '#8a9aa9', text: '×', textColour: '#e4edf5' },
] as const
const symbols: readonly SymbolSpec[] = looks.flatMap((look): SymbolSpec[] => [
  { ...common, ...look },
  { ...common, id: `${look.id}-old`, fill: ground, stroke: '#8a9aa9', text: '?', textColour: '#c2ced9' },
])

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
  const teams = useConsole((data) => data.room.teams)
  const assignments = useConsole((data) => data.room.assignments)
  const incidents = useConsole((data) => data.room.incidents)
  const sites = useConsole((data) => data.room.sites)
  const positions = useConsole((data) => data.positions)
  const now = useNow()
  const data = useMemo(() => teamFeatures({ teams, assignments }, positions, now), [teams, assignments, positions, now])
  const lines = useMemo(
    () => assignmentLines({ teams, assignments, incidents, sites }, positions),
    [teams, assignments, incidents, sites, positions],
  )
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
