import { createStamp, type SymbolSpec } from '../map/symbols'

export const teamColour = '#3cc8b8'
export const oldColour = '#ff9f2e'
const ground = '#10171f'
const resting = '#97a6b4'
const common = { shape: 'shield', size: 22, strokeWidth: 2 } as const

// Shape shows the state: an outline is free, a half has heard, a filled one is on its way or there.
// A dashed one has an old position and is drawn where it was.
const looks: readonly (Pick<SymbolSpec, 'id' | 'fill' | 'stroke'> & Partial<SymbolSpec>)[] = [
  { id: 'team-available', fill: ground, stroke: teamColour },
  { id: 'team-assigned', fill: ground, stroke: teamColour, text: '›', textColour: teamColour },
  // Sent here, but the hub does not know it yet.
  {
    id: 'team-assigned-pending',
    fill: ground,
    stroke: oldColour,
    dashed: true,
    text: '…',
    textColour: oldColour,
  },
  { id: 'team-acknowledged', fill: ground, stroke: teamColour, half: true },
  { id: 'team-en-route', fill: teamColour, stroke: teamColour },
  { id: 'team-on-scene', fill: teamColour, stroke: teamColour, text: '✓' },
  { id: 'team-out-of-service', fill: ground, stroke: resting, text: '×', textColour: resting },
]

export const stampTeam = createStamp([
  { ...common, id: 'team-town-old', fill: ground, stroke: oldColour, dashed: true },
  ...looks.flatMap((look): SymbolSpec[] => [
    { ...common, ...look },
    {
      ...common,
      id: `${look.id}-old`,
      fill: ground,
      stroke: oldColour,
      dashed: true,
      text: '?',
      textColour: oldColour,
    },
  ]),
])
