import type { Map as MapLibreMap } from 'maplibre-gl'
import { useLayoutEffect } from 'react'
import { useMapRoom } from './map-room'
import { drawShape, type SymbolShape } from './symbol-shapes'

/**
 * How a symbol looks. Shape and text carry the meaning; colour only repeats it. Lengths in CSS
 * pixels.
 */
export interface SymbolSpec {
  readonly id: string
  readonly shape: SymbolShape
  /** A CSS colour; `none` draws the outline only. */
  readonly fill: string
  readonly stroke: string
  /** One or two characters, drawn inside. */
  readonly text?: string
  /** Instead of the text: an SVG path in a box of 24 × 24, filled with the text's colour. */
  readonly picture?: string
  /** Defaults to near-black, which reads on every bright fill. */
  readonly textColour?: string
  /** Width and height of the shape, without its outline. Default 26. */
  readonly size?: number
  readonly strokeWidth?: number
  /**
   * A dark rim around everything, so that the symbol stands off any ground. Default 2; 0 for none.
   */
  readonly rim?: number
  /** Not true yet, or no longer: the outline is dashed. */
  readonly dashed?: boolean
  /** Only the lower half is filled. */
  readonly half?: boolean
}

/**
 * Drawn at twice the size, so that edges stay sharp on dense displays and when an icon is scaled
 * up.
 */
const pixelRatio = 2

const rimColour = 'rgba(6, 11, 17, 0.9)'
const darkText = '#0a1119'

/**
 * The widths of the Noto Sans the labels use; any bold sans-serif of the machine stands in for it.
 */
const textFont = (size: number) => `700 ${size}px "Noto Sans", sans-serif`

function draw(spec: SymbolSpec): OffscreenCanvas {
  const {
    shape,
    fill,
    stroke,
    text,
    picture,
    textColour = darkText,
    size = 26,
    strokeWidth = 2,
    rim = 2,
    dashed = false,
    half = false,
  } = spec
  const whole = Math.ceil(size + strokeWidth + 2 * rim + 2)
  const canvas = new OffscreenCanvas(whole * pixelRatio, whole * pixelRatio)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This system gives no 2D canvas to draw symbols on')
  context.scale(pixelRatio, pixelRatio)
  context.translate(whole / 2, whole / 2)
  context.lineJoin = 'round'
  const outline = drawShape(shape, size / 2)
  if (rim > 0) {
    context.strokeStyle = rimColour
    context.lineWidth = strokeWidth + 2 * rim
    context.stroke(outline.path)
  }
  if (fill !== 'none') {
    context.fillStyle = fill
    context.fill(outline.path)
  }
  if (half) {
    context.save()
    context.clip(outline.path)
    context.fillStyle = stroke
    context.fillRect(-size, 0, 2 * size, size)
    context.restore()
  }
  if (strokeWidth > 0) {
    context.strokeStyle = stroke
    context.lineWidth = strokeWidth
    if (dashed) context.setLineDash([3, 2.5])
    context.stroke(outline.path)
    context.setLineDash([])
  }
  if (picture) {
    context.fillStyle = textColour
    context.scale(size / 24, size / 24)
    context.translate(-12, -12)
    context.fill(new Path2D(picture))
  } else if (text) {
    context.fillStyle = textColour
    context.font = textFont(size * outline.textScale * (text.length > 1 ? 0.8 : 1))
    context.textAlign = 'center'
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } =
      context.measureText(text)
    // Centred by its ink, not its line: a digit has no descender and would be too high.
    context.fillText(text, 0, outline.textY * size + (up - down) / 2)
  }
  return canvas
}

function imageOf(spec: SymbolSpec): ImageData {
  const canvas = draw(spec)
  const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  if (!data) throw new Error('This system gives no 2D canvas to draw symbols on')
  return data
}

export type Stamp = (
  context: CanvasRenderingContext2D,
  id: string,
  point: readonly [number, number],
  scale?: number,
) => void

/** Draws symbols on a canvas, each made when first needed. An id without a spec draws nothing. */
export function createStamp(specs: readonly SymbolSpec[]): Stamp {
  const made = new Map<string, OffscreenCanvas>()
  return (context, id, [x, y], scale = 1) => {
    const spec = specs.find((one) => one.id === id)
    if (!spec) return
    const image = made.get(id) ?? draw(spec)
    made.set(id, image)
    const size = (image.width / pixelRatio) * scale
    context.drawImage(image, x - size / 2, y - size / 2, size, size)
  }
}

/**
 * Adds symbols to the map's images, or redraws those with a known id. Call it before the layers
 * that name them.
 */
export function addSymbols(map: MapLibreMap, specs: readonly SymbolSpec[]): void {
  for (const spec of specs) {
    if (map.hasImage(spec.id)) map.removeImage(spec.id)
    map.addImage(spec.id, imageOf(spec), { pixelRatio })
  }
}

/**
 * Like addSymbols, for a component: survives a reload of the style, which forgets every image. Call
 * before `useMapLayer`.
 */
export function useMapSymbols(specs: readonly SymbolSpec[]): void {
  const room = useMapRoom()
  useLayoutEffect(() => {
    const { map } = room
    const add = () => addSymbols(map, specs)
    add()
    map.on('style.load', add)
    return () => {
      if (!room.alive()) return
      map.off('style.load', add)
      for (const { id } of specs) if (map.hasImage(id)) map.removeImage(id)
    }
  }, [room, specs])
}
