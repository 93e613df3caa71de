/** Shapes with different outlines: known without colour, and by people who see few of them. */
export type SymbolShape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'triangle-down'
  | 'hexagon'
  | 'octagon'
  | 'shield'
  | 'arrow'
  | 'pin'
  | 'cross'
  | 'house'

export interface ShapeOutline {
  readonly path: Path2D
  /** Height of the text inside, as a share of the symbol's size. */
  readonly textScale: number
  /** How far the text is below the middle, as a share of the symbol's size. */
  readonly textY: number
}

type Corner = readonly [x: number, y: number]

/** Corners are in units of half the symbol's size, x to the right, y down. */
const polygons: Partial<Record<SymbolShape, readonly Corner[]>> = {
  square: [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  diamond: [
    [0, -1.08],
    [1.08, 0],
    [0, 1.08],
    [-1.08, 0],
  ],
  triangle: [
    [0, -1.02],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  'triangle-down': [
    [0, 1.02],
    [1.1, -0.9],
    [-1.1, -0.9],
  ],
  hexagon: [
    [-0.54, -0.93],
    [0.54, -0.93],
    [1.07, 0],
    [0.54, 0.93],
    [-0.54, 0.93],
    [-1.07, 0],
  ],
  octagon: [
    [-0.41, -1],
    [0.41, -1],
    [1, -0.41],
    [1, 0.41],
    [0.41, 1],
    [-0.41, 1],
    [-1, 0.41],
    [-1, -0.41],
  ],
  arrow: [
    [0, -1.1],
    [0.9, 0.95],
    [0, 0.5],
    [-0.9, 0.95],
  ],
  cross: [
    [-0.34, -1],
    [0.34, -1],
    [0.34, -0.34],
    [1, -0.34],
    [1, 0.34],
    [0.34, 0.34],
    [0.34, 1],
    [-0.34, 1],
    [-0.34, 0.34],
    [-1, 0.34],
    [-1, -0.34],
    [-0.34, -0.34],
  ],
  house: [
    [0, -1.05],
    [1, -0.15],
    [1, 0.95],
    [-1, 0.95],
    [-1, -0.15],
  ],
}

const textPlace: Partial<Record<SymbolShape, Pick<ShapeOutline, 'textScale' | 'textY'>>> = {
  triangle: { textScale: 0.52, textY: 0.14 },
  'triangle-down': { textScale: 0.52, textY: -0.14 },
  pin: { textScale: 0.5, textY: -0.16 },
  shield: { textScale: 0.56, textY: -0.04 },
  arrow: { textScale: 0.44, textY: 0.06 },
  house: { textScale: 0.5, textY: 0.12 },
}

function curved(shape: SymbolShape, radius: number): Path2D {
  const path = new Path2D()
  if (shape === 'shield') {
    path.moveTo(-radius * 0.9, -radius * 0.9)
    path.lineTo(radius * 0.9, -radius * 0.9)
    path.lineTo(radius * 0.9, radius * 0.1)
    path.quadraticCurveTo(radius * 0.85, radius * 0.75, 0, radius * 1.08)
    path.quadraticCurveTo(-radius * 0.85, radius * 0.75, -radius * 0.9, radius * 0.1)
  } else if (shape === 'pin') {
    path.arc(0, -radius * 0.32, radius * 0.72, Math.PI * 0.82, Math.PI * 0.18)
    path.lineTo(0, radius * 1.05)
  } else path.arc(0, 0, radius * 0.95, 0, 2 * Math.PI)
  path.closePath()
  return path
}

/** The outline of a shape around the origin, `radius` being half the symbol's size. */
export function drawShape(shape: SymbolShape, radius: number): ShapeOutline {
  const place = textPlace[shape] ?? { textScale: 0.62, textY: 0 }
  const corners = polygons[shape]
  if (!corners) return { path: curved(shape, radius), ...place }
  const path = new Path2D()
  for (const [x, y] of corners) path.lineTo(x * radius, y * radius)
  path.closePath()
  return { path, ...place }
}
