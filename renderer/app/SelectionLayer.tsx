import { useMemo } from 'react'
import { type FeatureLayer, useMapLayer } from '../map/use-map-layer'
import { useConsole } from './console-context'
import { useSubject } from './selection'
import { selectionFeatures } from './selection-features'

const colour = '#5ad1ff'

const layers: readonly FeatureLayer[] = [
  {
    id: 'selection-links',
    type: 'line',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': 2, 'line-opacity': 0.75, 'line-dasharray': [2, 2] },
  },
  {
    id: 'selection-rings',
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': ['case', ['get', 'main'], 25, 18],
      'circle-color': colour,
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': ['case', ['get', 'main'], 3, 1.5],
    },
  },
]

/** Shows on the map what the card speaks of. The colour is that of the keyboard's focus, which means the same. */
export function SelectionLayer() {
  const room = useConsole((data) => data.room)
  const positions = useConsole((data) => data.positions)
  const subject = useSubject()
  const data = useMemo(() => selectionFeatures(room, positions, subject), [room, positions, subject])
  useMapLayer({ id: 'selection', layers, data, level: 'high' })
  return null
}
