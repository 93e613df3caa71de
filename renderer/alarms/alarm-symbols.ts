import { createStamp, type SymbolSpec } from '../map/symbols'
import { threatPicture } from '../ui/ThreatMark'

export const alarmColours = { 1: '#ff6e71', 2: '#ff9f2e', 3: '#f5d550', 4: '#8fbdec' } as const
// The same shapes as in the queue (ui/PriorityMark.tsx): a row and its symbol must be recognised as
// one.
const shapes = { 1: 'octagon', 2: 'triangle', 3: 'square', 4: 'circle' } as const
export const priorities = [1, 2, 3, 4] as const

// Shape and number show the priority, and a filled symbol with a halo an unanswered alarm; colour
// repeats it.
const offered: readonly SymbolSpec[] = priorities.flatMap((priority): SymbolSpec[] => {
  const common = {
    shape: shapes[priority],
    stroke: alarmColours[priority],
    text: String(priority),
    size: 32 - priority * 2,
  }
  return [
    { ...common, id: `alarm-${priority}`, fill: alarmColours[priority] },
    // Taken here, but the hub does not know it yet.
    {
      ...common,
      id: `alarm-${priority}-pending`,
      fill: '#101b27',
      textColour: alarmColours[priority],
      text: `${priority}…`,
    },
    {
      ...common,
      id: `alarm-${priority}-taken`,
      fill: '#101b27',
      textColour: alarmColours[priority],
    },
  ]
})

// A person under threat: the picture of the lane (ThreatMark.tsx), larger than any number.
const threat = {
  shape: 'octagon',
  stroke: alarmColours[1],
  picture: threatPicture,
  size: 36,
} as const
const threats: readonly SymbolSpec[] = [
  { ...threat, id: 'alarm-threat', fill: alarmColours[1] },
  { ...threat, id: 'alarm-threat-pending', fill: '#101b27', textColour: alarmColours[2] },
  { ...threat, id: 'alarm-threat-taken', fill: '#101b27', textColour: alarmColours[1] },
]

// Alarms that a rule keeps out of the queue are small: a town in the dark must not hide the one
// alarm among them.
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

export const stampAlarm = createStamp([...offered, ...threats])
export const stampBundled = createStamp(bundled)
