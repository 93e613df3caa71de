import { arrange, type Place, type Soft } from './arrange'
import { type Box, boxAround, type Extent, grown, isInside, overlaps } from './box'
import { type Project, type ScreenPoint, worldProjection } from './flat-projection'
import type { Pen } from './overlay'
import type { Piece, PieceView } from './piece'

export interface PieceLayer<Data> {
  /** Says which layer a click was on. */
  readonly name: string
  /** A stable function: another one makes another layer. */
  readonly make: (data: Data, view: PieceView) => readonly Piece[]
  /** Called with the ids of what a frame shows. */
  readonly drawn?: ((ids: readonly string[]) => void) | undefined
}

export interface ShownPieces<Data> {
  show(data: Data): void
  remove(): void
}

/** Something under the pointer. */
export interface Hit {
  readonly layer: string
  readonly id: string
}

export interface Drawn {
  readonly middle: ScreenPoint
  readonly size: Extent
}

export interface PieceLayers {
  add<Data>(layer: PieceLayer<Data>, data: Data): ShownPieces<Data>
  /** Draws the view's part on screen; `names` are the things that must stay clear. */
  paint(pen: Pen, view: PieceView, screen: Screen): void
  at(point: ScreenPoint, reach: number): readonly Hit[]
  /** The piece with this key, as last drawn. */
  find(key: string): Drawn | undefined
  /** What was last drawn, with the towns' names beside it: nothing is written over it. */
  readonly boxes: () => readonly Box[]
}

export interface Screen extends Extent {
  readonly project: Project
  readonly names: () => readonly Soft[]
}

interface Layer {
  readonly name: string
  readonly drawn?: ((ids: readonly string[]) => void) | undefined
  readonly pieces: (view: PieceView) => readonly Piece[]
}

interface Placed {
  readonly piece: Piece
  readonly layer: Layer
  readonly place: Place
}

/** Only the topmost have names: of hundreds that overlap, none could be read. */
const mostLabels = 150
/** CSS pixels. Farther than this from its point, a piece gets a line to it. */
const offPoint = 6

/** Everything that must not be covered, in all layers, arranged together. */
export function createPieceLayers(changed: () => void): PieceLayers {
  const layers: Layer[] = []
  let arranged:
    | { view: PieceView; area: Box; placed: readonly Placed[]; names: readonly Soft[] }
    | undefined
  let corner: ScreenPoint = [0, 0]
  let shown: readonly (Placed & { readonly middle: ScreenPoint })[] = []
  const again = () => {
    arranged = undefined
    changed()
  }

  const placedFor = (view: PieceView, { width, height, project, names }: Screen) => {
    const world = worldProjection(view.zoom)
    corner = cornerOf(world, project)
    const [left, top] = corner
    const seen: Box = { left, top, right: left + width, bottom: top + height }
    if (arranged && sameView(arranged.view, view) && contains(arranged.area, seen))
      return arranged.placed
    const area = grown(seen, Math.max(width, height) / 2)
    const found = layers.flatMap((layer) =>
      layer.pieces(view).map((piece) => ({ layer, piece, point: world(piece.at) })),
    )
    const near = found
      .filter(({ point }) => isInside(point, area))
      .sort((a, b) => b.piece.rank - a.piece.rank)
    const soft = names()
    const places = arrange(
      near.map(({ piece, point }) => ({ ...piece, point })),
      soft,
    )
    const placed = near.flatMap(({ layer, piece }, n) => {
      const place = places[n]
      return place ? [{ layer, piece, place }] : []
    })
    arranged = { view, area, placed, names: soft }
    return placed
  }

  return {
    add(options, first) {
      let data = first
      let made: { view: PieceView; pieces: readonly Piece[] } | undefined
      const layer: Layer = {
        name: options.name,
        drawn: options.drawn,
        pieces(view) {
          if (!made || !sameView(made.view, view)) made = { view, pieces: options.make(data, view) }
          return made.pieces
        },
      }
      layers.push(layer)
      again()
      return {
        show(next) {
          if (next === data) return
          data = next
          made = undefined
          again()
        },
        remove() {
          layers.splice(layers.indexOf(layer), 1)
          again()
        },
      }
    },
    paint(pen, view, screen) {
      const placed = placedFor(view, screen)
      const whole: Box = { left: 0, top: 0, right: screen.width, bottom: screen.height }
      shown = placed.flatMap((one) => {
        const middle = middleOf(one, screen)
        return overlaps(boxAround(middle, one.piece.size), whole) ? [{ ...one, middle }] : []
      })
      const { context } = pen
      for (const one of shown) paintLeader(context, one, screen.project(one.piece.at))
      const firstLabelled = mostLabels
      shown.toReversed().forEach(({ piece, middle }, n) => {
        piece.paint(context, middle)
        if (piece.label && shown.length - n <= firstLabelled)
          pen.labels.put(piece.label.text, boxAround(middle, piece.size), piece.label.look)
      })
      for (const layer of layers)
        layer.drawn?.(shown.filter((one) => one.layer === layer).flatMap(({ piece }) => piece.ids))
    },
    at: (point, reach) =>
      shown
        .filter(({ middle, piece }) => isInside(point, grown(boxAround(middle, piece.size), reach)))
        .flatMap(({ layer, piece }) => piece.ids.map((id) => ({ layer: layer.name, id }))),
    find(key) {
      const found = shown.find(({ piece }) => piece.keys?.includes(key))
      return found && { middle: found.middle, size: found.piece.size }
    },
    boxes: () => [
      ...shown.map(({ middle, piece }) => boxAround(middle, piece.size)),
      ...(arranged?.names ?? []).map(({ box }) => moved(box, corner)),
    ],
  }
}

const moved = ({ left, top, right, bottom }: Box, [x, y]: ScreenPoint): Box => ({
  left: left - x,
  top: top - y,
  right: right - x,
  bottom: bottom - y,
})

/** The canvas's upper left corner in the world. */
function cornerOf(world: Project, project: Project): ScreenPoint {
  const here = [0, 0]
  const [x, y] = world(here)
  const [toX, toY] = project(here)
  return [x - toX, y - toY]
}

/** A tag that would leave the view goes to the other side of what it is docked to. */
function middleOf({ piece, place }: Placed, { project, width }: Screen): ScreenPoint {
  const [x, y] = project(piece.at)
  const middle: ScreenPoint = [x + place.offset[0], y + place.offset[1]]
  if (!place.dockedTo) return middle
  const host = x + place.dockedTo[0]
  const mirrored: ScreenPoint = [2 * host - middle[0], middle[1]]
  const half = piece.size.width / 2
  const fits = ([at]: ScreenPoint) => at - half >= 0 && at + half <= width
  return host >= 0 && host <= width && !fits(middle) && fits(mirrored) ? mirrored : middle
}

function paintLeader(
  context: CanvasRenderingContext2D,
  { piece, place, middle }: Placed & { readonly middle: ScreenPoint },
  point: ScreenPoint,
): void {
  const from: ScreenPoint = place.dockedTo
    ? [point[0] + place.dockedTo[0], point[1] + place.dockedTo[1]]
    : point
  if (Math.hypot(middle[0] - from[0], middle[1] - from[1]) < offPoint) return
  context.strokeStyle = context.fillStyle = piece.leader
  context.lineWidth = place.dockedTo ? 3 : 1.5
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...middle)
  context.stroke()
  if (place.dockedTo) return
  context.beginPath()
  context.arc(point[0], point[1], 4, 0, 2 * Math.PI)
  context.fill()
}

const contains = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom

const sameView = (a: PieceView, b: PieceView): boolean =>
  a.zoom === b.zoom && a.towns === b.towns && a.language === b.language && a.palette === b.palette
