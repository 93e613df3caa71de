import type { Priority } from '../../shared/codes/kinds'
import { bubbleRadius, paintBubble, type Share } from '../map/bubble'
import type { MapFeature } from '../map/feature-diff'
import { bubbleZoom, type Group, grouped } from '../map/groups'
import type { LabelLook } from '../map/overlay-labels'
import { mapFont, type Piece, type PieceView } from '../map/piece'
import { alarmColours, priorities, stampAlarm } from './alarm-symbols'

/** Open alarms for the map, and the sites that are never grouped. */
export interface AlarmsOnMap {
  readonly features: readonly MapFeature[]
  /** Sites that teams are sent to, and the selected one. */
  readonly apart: ReadonlySet<string>
  readonly selected: string | null
}

const leader = '#7e94a8'
const threatLeader = '#ff6e71'
const labelIn = ({ palette }: PieceView): LabelLook => ({
  size: 15,
  colour: palette.textStrong,
  halo: palette.halo,
  width: 170,
})
/** Includes the ring round the selection. */
const selectedSide = 62
const side = 40

/**
 * How open alarms are drawn: below zoom 13 as counted bubbles by town and district, from there on
 * as one symbol per building. A person under threat, the selection and sites with a team are never
 * counted in.
 */
export function alarmPieces(
  { features, apart, selected }: AlarmsOnMap,
  view: PieceView,
): readonly Piece[] {
  const look = labelIn(view)
  const symbol = (members: readonly MapFeature[]) => symbolOf(members, selected, look)
  const bySite = new Map<string, MapFeature[]>()
  const counted: MapFeature[] = []
  for (const feature of features) {
    const site = siteOf(feature)
    if (feature.properties.threat !== true && !apart.has(site)) counted.push(feature)
    else bySite.set(site, [...(bySite.get(site) ?? []), feature])
  }
  return [
    ...Array.from(bySite.values(), symbol),
    ...grouped(counted, placeOf, view).map((group) =>
      group.members.length > 1 && view.zoom < bubbleZoom ? bubbleOf(group) : symbol(group.members),
    ),
  ]
}

const siteOf = ({ properties }: MapFeature): string => String(properties.siteId)
const placeOf = ({ geometry }: MapFeature): GeoJSON.Position =>
  geometry.type === 'Point' ? geometry.coordinates : []
const sortOf = ({ properties }: MapFeature): number => Number(properties.sort)
const gravestFirst = (a: MapFeature, b: MapFeature) => sortOf(b) - sortOf(a)
const idOf = ({ properties }: MapFeature): string => properties.id
const keysOf = (members: readonly MapFeature[]): readonly string[] => [
  ...new Set(members.map((one) => `site:${siteOf(one)}`)),
]

function symbolOf(members: readonly MapFeature[], selected: string | null, look: LabelLook): Piece {
  const sorted = members.toSorted(gravestFirst)
  const [first] = sorted
  if (!first) throw new Error('A symbol is of an alarm')
  const { icon, name, threat, unanswered } = first.properties
  const looked = sorted.some((one) => siteOf(one) === selected)
  const size = looked ? selectedSide : side
  return {
    at: placeOf(first),
    size: { width: size, height: size },
    stands: 'on',
    keys: keysOf(sorted),
    ids: sorted.map(idOf),
    rank: (looked ? 300 : threat ? 280 : 200) + sortOf(first),
    leader: threat ? threatLeader : leader,
    label: { text: String(name), look },
    paint(context, middle) {
      if (unanswered) paintHalo(context, middle, alarmColours[priorityOf(first)])
      stampAlarm(context, String(icon), middle)
      if (sorted.length > 1) paintCount(context, middle, sorted.length)
    },
  }
}

function bubbleOf({ at, members }: Group<MapFeature>): Piece {
  const sorted = members.toSorted(gravestFirst)
  const [worst] = sorted
  const radius = bubbleRadius(members.length)
  const shares = sharesOf(members)
  return {
    at,
    // Includes the mark on its shoulder.
    size: { width: 2 * radius + 12, height: 2 * radius + 12 },
    stands: 'off',
    keys: keysOf(members),
    ids: sorted.map(idOf),
    rank: 100,
    leader,
    paint(context, [x, y]) {
      paintBubble(context, [x, y], shares)
      const shoulder = radius * 0.75
      if (worst)
        stampAlarm(context, String(worst.properties.icon), [x - shoulder, y - shoulder], 0.9)
    },
  }
}

const priorityOf = ({ properties }: MapFeature): Priority =>
  priorities.find((one) => one === properties.priority) ?? 4

/** By priority; unanswered alarms before those in hand. */
export function sharesOf(members: readonly MapFeature[]): readonly Share[] {
  return [false, true].flatMap((taken) =>
    priorities.flatMap((priority) => {
      const count = members.filter(
        (one) => priorityOf(one) === priority && one.properties.unanswered !== taken,
      ).length
      return count > 0 ? [{ count, colour: alarmColours[priority], taken }] : []
    }),
  )
}

function paintHalo(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  colour: string,
): void {
  context.beginPath()
  context.arc(x, y, side / 2 + 2, 0, 2 * Math.PI)
  context.fillStyle = context.strokeStyle = colour
  context.globalAlpha = 0.16
  context.fill()
  context.globalAlpha = 0.55
  context.lineWidth = 1.5
  context.stroke()
  context.globalAlpha = 1
}

/** The number of alarms a symbol stands for, on its lower shoulder. */
function paintCount(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  count: number,
): void {
  const text = `×${count}`
  context.font = mapFont(13)
  const width = context.measureText(text).width + 8
  context.beginPath()
  context.roundRect(x + 6, y + 4, width, 17, 4)
  context.fillStyle = '#10171f'
  context.fill()
  context.fillStyle = '#e8eef4'
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillText(text, x + 10, y + 13)
}
