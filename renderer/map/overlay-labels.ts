/** How a label looks. `size` and `width` in CSS pixels; `width` is where it is wrapped. */
export interface LabelLook {
  readonly size: number
  readonly colour: string
  readonly halo: string
  readonly width: number
}

/**
 * The names beside symbols. Those of upper layers come first; one that would cover another is left
 * out.
 */
export interface Labels {
  /** A label whose upper edge has its middle at the point. */
  put(text: string, point: readonly [x: number, y: number], look: LabelLook): void
  paint(context: CanvasRenderingContext2D): void
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const haloWidth = 3
const lineHeight = 1.2

/** Whether two boxes share an area. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

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

export function createLabels(): Labels {
  const wanted: { text: string; point: readonly [number, number]; look: LabelLook }[] = []
  return {
    put: (text, point, look) => void wanted.push({ text, point, look }),
    paint(context) {
      const placed: Box[] = []
      context.textAlign = 'center'
      context.textBaseline = 'top'
      context.lineJoin = 'round'
      context.lineWidth = haloWidth
      for (const { text, point, look } of wanted.reverse()) {
        const [x, top] = point
        context.font = `600 ${look.size}px "Noto Sans", sans-serif`
        const lines = wrap(text, look.width, (line) => context.measureText(line).width)
        const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2
        const bottom = top + lines.length * look.size * lineHeight
        const box: Box = { left: x - half, top, right: x + half, bottom }
        if (placed.some((other) => overlaps(box, other))) continue
        placed.push(box)
        context.strokeStyle = look.halo
        context.fillStyle = look.colour
        lines.forEach((line, n) => {
          const y = top + n * look.size * lineHeight
          context.strokeText(line, x, y)
          context.fillText(line, x, y)
        })
      }
    },
  }
}
