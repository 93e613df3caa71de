import type { Room } from '../../shared/room/room'
import type { BundleRule } from '../../shared/triage/ledger'
import type { MapFeature } from '../map/feature-diff'
import type { ScreenPoint } from '../map/flat-projection'
import { bubbleZoom } from '../map/groups'
import { mapFont, type Piece, type PieceView } from '../map/piece'

/** A bundle of several sites, and their middle. */
export interface BundleOnMap {
  readonly id: string
  readonly rule: BundleRule
  readonly count: number
  readonly at: GeoJSON.Position
}

export interface BundlesOnMap {
  readonly bundles: Room['bundles']
  /** Of what the ledger keeps. */
  readonly features: readonly MapFeature[]
}

/** A bundle of one site is only its small mark. */
export function bundlesOnMap({ bundles, features }: BundlesOnMap): readonly BundleOnMap[] {
  const places = new Map<string, GeoJSON.Position[]>()
  for (const { geometry, properties } of features) {
    if (geometry.type !== 'Point') continue
    const id = String(properties.bundleId)
    const known = places.get(id)
    if (known) known.push(geometry.coordinates)
    else places.set(id, [geometry.coordinates])
  }
  return Array.from(places).flatMap(([id, all]) => {
    const rule = bundles.get(id)?.rule
    if (!rule || all.length < 2) return []
    return [{ id, rule, count: all.length, at: [median(all, 0), median(all, 1)] }]
  })
}

/** More sites would not move the middle. */
const mostSampled = 200

/** Where most of them are: a mean would fall between two towns. */
function median(places: readonly GeoJSON.Position[], axis: 0 | 1): number {
  const step = Math.ceil(places.length / mostSampled)
  const sorted = places
    .filter((_, n) => n % step === 0)
    .map((place) => place[axis] ?? 0)
    .sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const size = { width: 86, height: 40 }
const colour = '#97a6b4'
const pictures: Readonly<Record<BundleRule, string>> = {
  'power-cut': 'M13 2 4.5 13.5H11L9.5 22 19 9.8h-6.8z',
  'line-loss': 'M3 11h5v2H3zM16 11h5v2h-5zM9 7l6 10-1.6 1L7.4 8z',
  chatter: 'M4 9h5l6-5v16l-6-5H4zM18 8c2 2.4 2 5.6 0 8l-1.4-1.2c1.3-1.6 1.3-4 0-5.6z',
}

/** Below zoom 13 a bundle is one dashed grey box: a bundle is no alarm. */
export const bundlePieces = (data: BundlesOnMap, { zoom }: PieceView): readonly Piece[] =>
  zoom >= bubbleZoom
    ? []
    : bundlesOnMap(data).map(({ id, rule, count, at }) => ({
        at,
        size,
        stands: 'off',
        ids: [id],
        keys: [`bundle:${id}`],
        rank: 20,
        leader: '#647a8d',
        paint: (context, middle) => paintBox(context, middle, { rule, count }),
      }))

function paintBox(
  context: CanvasRenderingContext2D,
  [x, y]: ScreenPoint,
  { rule, count }: { readonly rule: BundleRule; readonly count: number },
): void {
  context.save()
  context.beginPath()
  context.roundRect(x - 43, y - 20, size.width, size.height, 4)
  context.fillStyle = 'rgba(16, 23, 31, 0.9)'
  context.fill()
  context.strokeStyle = context.fillStyle = colour
  context.lineWidth = 1.5
  context.setLineDash([5, 4])
  context.stroke()
  context.font = mapFont(17)
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = '#b4c1cd'
  context.fillText(String(count), x - 8, y + 1)
  context.translate(x - 34, y - 11)
  context.scale(0.92, 0.92)
  context.fill(new Path2D(pictures[rule]))
  context.restore()
}
