import { type Box, overlaps } from './box'

/** How a label looks. `size` and `width` in CSS pixels; `width` is where it is wrapped. */
export interface LabelLook {
  readonly size: number
  readonly colour: string
  readonly halo: string
  readonly width: number
}

/**
 * The names beside symbols. Those of upper layers come first; one that would cover another, or a
 * symbol, is left out.
 */
export interface Labels {
  /** A label beside a symbol: under it, else above, to the right or to the left of it. */
  put(text: string, around: Box, look: LabelLook): void
  /** Nothing is written over what is `taken`. */
  paint(context: CanvasRenderingContext2D, taken: readonly Box[]): void
}

const haloWidth = 3
const lineHeight = 1.2
const gap = 3

/**
 * The text in lines no wider than `width`, broken between words; a word that is wider stands alone.
 */
export function wrap(
  text: string,
  width: number,
  widthOf: (line: string) => number,
): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) > width) lines.push(word)
    else lines.splice(-1, 1, longer)
  }
  return lines
}

/** The boxes in which a label of this size may stand, the best first. */
export function labelBoxes(around: Box, width: number, height: number): readonly Box[] {
  const [x, y] = [(around.left + around.right) / 2, (around.top + around.bottom) / 2]
  const at = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  })
  return [
    at(x - width / 2, around.bottom + gap),
    at(x - width / 2, around.top - gap - height),
    at(around.right + gap, y - height / 2),
    at(around.left - gap - width, y - height / 2),
  ]
}

export function createLabels(): Labels {
  const wanted: { text: string; around: Box; look: LabelLook }[] = []
  return {
    put: (text, around, look) => void wanted.push({ text, around, look }),
    paint(context, taken) {
      const placed: Box[] = [...taken]
      context.textAlign = 'center'
      context.textBaseline = 'top'
      context.lineJoin = 'round'
      context.lineWidth = haloWidth
      for (const { text, around, look } of wanted.reverse()) {
        context.font = `600 ${look.size}px "Noto Sans", sans-serif`
        const lines = wrap(text, look.width, (line) => context.measureText(line).width)
        const width = Math.max(...lines.map((line) => context.measureText(line).width))
        const height = lines.length * look.size * lineHeight
        const box = labelBoxes(around, width, height).find(
          (one) => !placed.some((other) => overlaps(one, other)),
        )
        if (!box) continue
        placed.push(box)
        context.strokeStyle = look.halo
        context.fillStyle = look.colour
        const middle = (box.left + box.right) / 2
        lines.forEach((line, n) => {
          const y = box.top + n * look.size * lineHeight
          context.strokeText(line, middle, y)
          context.fillText(line, middle, y)
        })
      }
    },
  }
}
