import { useCallback, useMemo, useRef } from 'react'
import type { Priority } from '../../shared/codes/kinds'
import { useConsole, usePorts } from '../console/console-context'
import { afterPaint, markMilestone } from '../console/milestones'
import { selectOnly } from '../console/selection'
import type { OverlayLayer, Pen, Spot } from '../map/overlay'
import type { LabelLook } from '../map/overlay-labels'
import { createStamp, type SymbolSpec } from '../map/symbols'
import { uncovered } from '../map/uncovered'
import { useOverlayLayer } from '../map/use-overlay-layer'
import { threatPicture } from '../ui/ThreatMark'
import { alarmFeatures } from './alarm-features'

const colours = { 1: '#ff6e71', 2: '#ff9f2e', 3: '#f5d550', 4: '#8fbdec' } as const
// The same shapes as in the queue (ui/PriorityMark.tsx): a row and its symbol must be recognised as
// one.
const shapes = { 1: 'octagon', 2: 'triangle', 3: 'square', 4: 'circle' } as const
const priorities = [1, 2, 3, 4] as const

// Priority is told by shape and number, being unanswered by a filled symbol with a halo; colour
// repeats it.
const offered: readonly SymbolSpec[] = priorities.flatMap((priority): SymbolSpec[] => {
  const common = {
    shape: shapes[priority],
    stroke: colours[priority],
    text: String(priority),
    size: 32 - priority * 2,
  }
  return [
    { ...common, id: `alarm-${priority}`, fill: colours[priority] },
    // Taken here, and the hub does not know it yet.
    {
      ...common,
      id: `alarm-${priority}-pending`,
      fill: '#101b27',
      textColour: colours[priority],
      text: `${priority}…`,
    },
    { ...common, id: `alarm-${priority}-taken`, fill: '#101b27', textColour: colours[priority] },
  ]
})

// A person under threat: the picture of the lane (ThreatMark.tsx), larger than any number.
const threat = {
  shape: 'octagon',
  stroke: colours[1],
  picture: threatPicture,
  size: 36,
} as const
const threats: readonly SymbolSpec[] = [
  { ...threat, id: 'alarm-threat', fill: colours[1] },
  { ...threat, id: 'alarm-threat-pending', fill: '#101b27', textColour: colours[2] },
  { ...threat, id: 'alarm-threat-taken', fill: '#101b27', textColour: colours[1] },
]

// What a rule keeps out of the queue is there, and small: a town in the dark must not hide the one
// alarm among it.
const bundled: readonly SymbolSpec[] = [
  {
    id: 'alarm-bundled',
    shape: 'circle',
    fill: '#101b27',
    stroke: '#6d97c2',
    size: 9,
    strokeWidth: 1.5,
    rim: 1,
  },
  {
    id: 'alarm-bundled-restored',
    shape: 'circle',
    fill: 'none',
    stroke: '#4d6680',
    size: 8,
    strokeWidth: 1,
    rim: 1,
  },
]

const stamp = createStamp([...offered, ...threats])
const stampBundled = createStamp(bundled)
const haloRadius = { 1: 30, 2: 24, 3: 18, 4: 18 } as const
/** Farther out than this names of sites in one town would only cover each other. */
const labelZoom = 10.5
/**
 * Names of the topmost ones only: of two thousand that overlap none would be read, and placing them
 * would stall the frame.
 */
const mostLabels = 150
const label: LabelLook = { size: 13, colour: '#f2f7fb', halo: '#0a1119', width: 156 }

function paint({ context, zoom, labels }: Pen, all: readonly Spot[]): void {
  const spots = uncovered(all)
  for (const priority of priorities.toReversed()) paintHalos(context, spots, priority)
  const firstLabelled = spots.length - mostLabels
  for (const [n, { feature, points }] of spots.entries()) {
    const [point] = points
    if (!point) continue
    stamp(context, String(feature.properties.icon), point)
    if (zoom >= labelZoom && n >= firstLabelled)
      labels.put(String(feature.properties.name), [point[0], point[1] + 20], label)
  }
}

function paintBundled({ context }: Pen, spots: readonly Spot[]): void {
  context.globalAlpha = 0.85
  for (const { feature, points } of uncovered(spots)) {
    const [point] = points
    if (point) stampBundled(context, String(feature.properties.icon), point)
  }
}

/**
 * All of one priority in one stroke: a hundred halos of one town must not add up to a patch that
 * hides the town.
 */
function paintHalos(
  context: CanvasRenderingContext2D,
  spots: readonly Spot[],
  priority: Priority,
): void {
  context.beginPath()
  for (const { feature, points } of spots) {
    const [point] = points
    if (!point || !feature.properties.unanswered || feature.properties.priority !== priority)
      continue
    const [x, y] = point
    context.moveTo(x + haloRadius[priority], y)
    context.arc(x, y, haloRadius[priority], 0, 2 * Math.PI)
  }
  context.fillStyle = context.strokeStyle = colours[priority]
  context.globalAlpha = 0.16
  context.fill()
  context.globalAlpha = 0.55
  context.lineWidth = 1.5
  context.stroke()
  context.globalAlpha = 1
}

/** Every open alarm at its site; what a rule keeps in the ledger is there as well, and small. */
export function AlarmLayer() {
  const { store } = usePorts()
  const alarms = useConsole((data) => data.room.alarms)
  const sites = useConsole((data) => data.room.sites)
  const marks = useConsole((data) => data.marks)
  const data = useMemo(() => alarmFeatures({ alarms, sites }, marks), [alarms, sites, marks])
  const paintAndMark = useSymbolMilestones()
  const onPick = ([alarmId]: readonly string[]) =>
    alarmId && selectOnly(store, { kind: 'alarm', alarmId })
  useOverlayLayer({ order: 2, paint: paintAndMark, data: data.offered, onPick })
  // Below the teams: what nobody has to deal with one by one must not hide who could.
  useOverlayLayer({ order: 0, paint: paintBundled, data: data.bundled, onPick })
  return null
}

/**
 * Paints, and marks each unanswered alarm once after the first frame that shows its symbol; one out
 * of view is not marked.
 */
function useSymbolMilestones(): OverlayLayer['paint'] {
  const marked = useRef<Set<string>>(new Set())
  return useCallback((pen, spots) => {
    paint(pen, spots)
    const fresh: string[] = []
    for (const { feature } of spots) {
      const { id, unanswered } = feature.properties
      if (!unanswered || marked.current.has(id)) continue
      marked.current.add(id)
      fresh.push(id)
    }
    // The memory of a long shift stays as small as what is on the map.
    if (marked.current.size > 2 * spots.length + 100)
      marked.current = new Set(spots.filter(isUnanswered).map(idOf))
    if (fresh.length === 0) return
    afterPaint(() => {
      for (const id of fresh) markMilestone('alarm-symbol-painted', id)
    })
  }, [])
}

const isUnanswered = ({ feature }: Spot): boolean => feature.properties.unanswered === true
const idOf = ({ feature }: Spot): string => feature.properties.id
