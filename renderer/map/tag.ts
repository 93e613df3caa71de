import type { Extent } from './box'
import type { ScreenPoint } from './flat-projection'
import { mapFont } from './piece'

/** The contents of a tag: a symbol, a strong word, and a remark. */
export interface TagWords {
  readonly strong: string
  readonly rest: string
}

export interface TagLook {
  readonly colour: string
  readonly dashed: boolean
  /** Draws the symbol in the middle of a box of 20 × 20. */
  readonly symbol: (context: CanvasRenderingContext2D, middle: ScreenPoint) => void
}

export const tagHeight = 32
const symbolRoom = 36
const padding = 10
const between = 8
const [strongSize, restSize] = [16, 15]

export const tagSize = (
  { strong, rest }: TagWords,
  widthOf: (text: string, size: number) => number,
): Extent => ({
  width: Math.ceil(
    symbolRoom +
      widthOf(strong, strongSize) +
      (rest ? between + widthOf(rest, restSize) : 0) +
      padding,
  ),
  height: tagHeight,
})

export function paintTag(
  context: CanvasRenderingContext2D,
  [x, y]: ScreenPoint,
  { words, size, look }: { words: TagWords; size: Extent; look: TagLook },
): void {
  const [left, top] = [x - size.width / 2, y - size.height / 2]
  context.save()
  context.beginPath()
  context.roundRect(left, top, size.width, size.height, 4)
  context.fillStyle = look.dashed ? 'rgba(16, 23, 31, 0.92)' : '#0e2d31'
  context.fill()
  context.strokeStyle = look.colour
  context.lineWidth = 1.5
  if (look.dashed) context.setLineDash([5, 4])
  context.stroke()
  context.setLineDash([])
  look.symbol(context, [left + symbolRoom / 2, y])
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = look.colour
  context.font = mapFont(strongSize)
  context.fillText(words.strong, left + symbolRoom, y + 1)
  const after = left + symbolRoom + context.measureText(words.strong).width + between
  context.fillStyle = '#e8eef4'
  context.font = mapFont(restSize, 600)
  context.fillText(words.rest, after, y + 1)
  context.restore()
}
