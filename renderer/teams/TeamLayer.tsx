import { useMemo } from 'react'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { selectOnly } from '../console/selection'
import { type Pen, type Spot, strokeLines } from '../map/overlay'
import type { LabelLook } from '../map/overlay-labels'
import { createStamp, type SymbolSpec } from '../map/symbols'
import { useOverlayLayer } from '../map/use-overlay-layer'
import { assignmentLines, teamFeatures } from './team-features'

const ground = '#0f1822'
const common = { shape: 'shield', size: 22, strokeWidth: 1.5 } as const
// Letter and filling show what a team does. One with an old position has a grey, hollow shield with
// a question mark instead: it is drawn where it was.
const looks = [
  { id: 'team-available', fill: '#2ec4b6', stroke: '#d4fffa' },
  { id: 'team-assigned', fill: '#f2f7fb', stroke: '#2ec4b6', text: '›' },
  // Sent here, but the hub does not know it yet.
  { id: 'team-assigned-pending', fill: '#f2f7fb', stroke: '#ffa32b', text: '…' },
  { id: 'team-on-scene', fill: '#5fd38d', stroke: '#f2f7fb', text: '✓' },
  {
    id: 'team-out-of-service',
    fill: '#3a4856',
    stroke: '#8a9aa9',
    text: '×',
    textColour: '#e4edf5',
  },
] as const
const symbols: readonly SymbolSpec[] = looks.flatMap((look): SymbolSpec[] => [
  { ...common, ...look },
  {
    ...common,
    id: `${look.id}-old`,
    fill: ground,
    stroke: '#8a9aa9',
    text: '?',
    textColour: '#c2ced9',
  },
])

const stamp = createStamp(symbols)
/** Farther out, the labels of teams in one town would only cover each other. */
const labelZoom = 9
const label: LabelLook = { size: 12, colour: '#bff5ee', halo: '#0a1119', width: 120 }

/** Smaller when the whole region is in view, where teams of one town stand close together. */
const scaleAt = (zoom: number) => 0.6 + 0.4 * Math.min(1, Math.max(0, (zoom - 6.5) / 3.5))

const paintTeams = ({ context, zoom, labels }: Pen, spots: readonly Spot[]) => {
  const scale = scaleAt(zoom)
  for (const { feature, points } of spots) {
    const [point] = points
    if (!point) continue
    stamp(context, String(feature.properties.icon), point, scale)
    if (zoom >= labelZoom)
      labels.put(String(feature.properties.callSign), [point[0], point[1] + 14], label)
  }
}

const paintLines = ({ context }: Pen, spots: readonly Spot[]) => {
  context.strokeStyle = '#2ec4b6'
  context.globalAlpha = 0.6
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.setLineDash([0.16, 4.8])
  strokeLines(context, spots)
}

/** Every team at its last known place, and the incident it goes to. */
export function TeamLayer() {
  const { store } = usePorts()
  const teams = useConsole((data) => data.room.teams)
  const assignments = useConsole((data) => data.room.assignments)
  const incidents = useConsole((data) => data.room.incidents)
  const sites = useConsole((data) => data.room.sites)
  const positions = useConsole((data) => data.positions)
  const now = useNow()
  const marks = useConsole((data) => data.marks)
  const data = useMemo(
    () => teamFeatures({ teams, assignments }, positions, now, marks),
    [teams, assignments, positions, now, marks],
  )
  const lines = useMemo(
    () => assignmentLines({ teams, assignments, incidents, sites }, positions),
    [teams, assignments, incidents, sites, positions],
  )
  useOverlayLayer({ order: 0, paint: paintLines, data: lines })
  useOverlayLayer({
    order: 1,
    paint: paintTeams,
    data,
    onPick: ([teamId]) => teamId && selectOnly(store, { kind: 'team', teamId }),
  })
  return null
}
