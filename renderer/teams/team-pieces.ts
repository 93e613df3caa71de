import type { MapFeature } from '../map/feature-diff'
import type { ScreenPoint } from '../map/flat-projection'
import { type Group, grouped } from '../map/groups'
import type { LabelLook } from '../map/overlay-labels'
import { mapFont, type Piece, type PieceView } from '../map/piece'
import { paintTag, tagSize } from '../map/tag'
import { oldColour, stampTeam, teamColour } from './team-symbols'

/** What a team under way is doing, in words, and for which site. */
export interface Under {
  readonly siteId: string
  readonly onScene: boolean
  readonly words: string
}

export interface TeamsOnMap {
  readonly features: readonly MapFeature[]
  /** By team, for teams that are sent. */
  readonly under: ReadonlyMap<string, Under>
  readonly selected: string | null
}

/** Below this zoom, waiting teams of one town are one shield with their number. */
export const townShieldZoom = 10
const labelIn = ({ palette }: PieceView, old: boolean): LabelLook => ({
  size: 15,
  colour: old ? palette.textSecondary : palette.accent,
  halo: palette.halo,
  width: 120,
})
const leader = '#2a8f85'
const size = { width: 26, height: 28 }
/** The town's name begins beside it. */
const shieldSize = { width: 24, height: 26 }
const selectedSize = { width: 50, height: 50 }

/**
 * How teams are drawn. One on scene is a tag docked to its incident, one under way is drawn where
 * it is, and a waiting one is counted in its town's shield while the whole region is in view.
 */
export function teamPieces(data: TeamsOnMap, view: PieceView): readonly Piece[] {
  const alone: MapFeature[] = []
  const waiting: MapFeature[] = []
  for (const feature of data.features) {
    const { id, icon } = feature.properties
    if (view.zoom >= townShieldZoom || data.under.has(id) || id === data.selected)
      alone.push(feature)
    else if (icon !== 'team-out-of-service' && icon !== 'team-out-of-service-old')
      waiting.push(feature)
  }
  const [old, fresh] = [waiting.filter(isOld), waiting.filter((one) => !isOld(one))]
  return [
    ...alone.map((feature) => pieceOf(feature, data, view)),
    ...[fresh, old].flatMap((some) =>
      grouped(some, placeOf, view).map((group) => shieldOf(group, some === old)),
    ),
  ]
}

const placeOf = ({ geometry }: MapFeature): GeoJSON.Position =>
  geometry.type === 'Point' ? geometry.coordinates : []
const isOld = ({ properties }: MapFeature): boolean => String(properties.icon).endsWith('-old')

function pieceOf(feature: MapFeature, { under, selected }: TeamsOnMap, view: PieceView): Piece {
  const run = under.get(feature.properties.id)
  if (run?.onScene) return dockOf(feature, run, view)
  const look = labelIn(view, isOld(feature))
  return symbolOf(feature, run, { look, looked: feature.properties.id === selected })
}

function dockOf(feature: MapFeature, { siteId, words }: Under, view: PieceView): Piece {
  const { id, callSign, icon } = feature.properties
  const colour = isOld(feature) ? oldColour : teamColour
  const said = { strong: String(callSign), rest: words }
  const box = tagSize(said, view.widthOf)
  const symbol = (context: CanvasRenderingContext2D, middle: ScreenPoint) =>
    stampTeam(context, String(icon), middle)
  return {
    at: placeOf(feature),
    size: box,
    stands: { beside: `site:${siteId}` },
    keys: [`team:${id}`],
    ids: [id],
    rank: 195,
    leader: colour,
    paint: (context, middle) =>
      paintTag(context, middle, {
        words: said,
        size: box,
        look: { colour, dashed: isOld(feature), symbol },
      }),
  }
}

function symbolOf(
  feature: MapFeature,
  run: Under | undefined,
  { look, looked }: { readonly look: LabelLook; readonly looked: boolean },
): Piece {
  const { id, callSign, icon, heading, moving } = feature.properties
  const old = isOld(feature)
  return {
    at: placeOf(feature),
    size: looked ? selectedSize : size,
    stands: 'on',
    keys: [`team:${id}`],
    ids: [id],
    rank: looked ? 310 : run ? 190 : 150,
    leader: old ? oldColour : leader,
    label: {
      text: run ? `${callSign} ${run.words}` : String(callSign),
      look,
    },
    paint(context, middle) {
      if (run && moving === true && !old && typeof heading === 'number')
        paintHeading(context, middle, heading)
      stampTeam(context, String(icon), middle)
    },
  }
}

function shieldOf({ at, members }: Group<MapFeature>, old: boolean): Piece {
  const ids = members.map(({ properties }) => properties.id)
  return {
    at,
    size: shieldSize,
    stands: 'on',
    keys: ids.map((id) => `team:${id}`),
    ids,
    rank: 50,
    leader: old ? oldColour : leader,
    paint(context, middle) {
      stampTeam(context, old ? 'team-town-old' : 'team-available', middle, 1.1)
      paintNumber(context, middle, { count: members.length, colour: old ? oldColour : teamColour })
    },
  }
}

/** The direction of a car: a tip outside its shield. Degrees from north. */
function paintHeading(context: CanvasRenderingContext2D, [x, y]: ScreenPoint, heading: number) {
  context.save()
  context.translate(x, y)
  context.rotate((heading * Math.PI) / 180)
  context.beginPath()
  context.moveTo(0, -23)
  context.lineTo(6, -14)
  context.lineTo(-6, -14)
  context.closePath()
  context.fillStyle = teamColour
  context.fill()
  context.restore()
}

function paintNumber(
  context: CanvasRenderingContext2D,
  [x, y]: ScreenPoint,
  { count, colour }: { readonly count: number; readonly colour: string },
) {
  context.fillStyle = colour
  context.font = mapFont(count < 10 ? 14 : 12)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(String(count), x, y)
}
