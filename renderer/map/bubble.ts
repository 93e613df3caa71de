import type { ScreenPoint } from './flat-projection'
import { mapFont } from './piece'

/** A part of the count. */
export interface Share {
  readonly count: number
  readonly colour: string
  /** Drawn as an outline, since somebody has it. */
  readonly taken: boolean
}

const ringWidth = 6
const takenWidth = 2
/** Radians between two parts of the ring. */
const space = 0.07

export const bubbleRadius = (count: number): number =>
  count < 5 ? 22 : count < 20 ? 26 : count < 50 ? 30 : 38

/** A counted bubble with its ring in shares. */
export function paintBubble(
  context: CanvasRenderingContext2D,
  [x, y]: ScreenPoint,
  shares: readonly Share[],
): void {
  const count = shares.reduce((all, share) => all + share.count, 0)
  const radius = bubbleRadius(count)
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = '#10171f'
  context.fill()
  const gaps = shares.length > 1 ? space : 0
  let from = -Math.PI / 2
  for (const share of shares) {
    const to = from + (2 * Math.PI * share.count) / count
    context.beginPath()
    // At least a sliver: one alarm among fifty must show.
    context.arc(x, y, radius - ringWidth / 2, from + gaps / 2, Math.max(to - gaps / 2, from + gaps))
    context.strokeStyle = share.colour
    context.lineWidth = share.taken ? takenWidth : ringWidth
    context.stroke()
    from = to
  }
  context.fillStyle = '#e8eef4'
  context.font = mapFont(count < 20 ? 17 : 24)
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  const { actualBoundingBoxAscent: up } = context.measureText(String(count))
  context.fillText(String(count), x, y + up / 2)
}
