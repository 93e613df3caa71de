import type { Bounds } from './region'

/** A line of the grid: along a meridian (`lon`) or a parallel (`lat`), at `degrees`. */
export interface GridLine {
  readonly axis: 'lon' | 'lat'
  readonly degrees: number
}

const steps = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const

/** CSS pixels. With closer lines, the grid would be a pattern and no help in finding a place. */
const minimumSpacing = 140

/** MapLibre's world is 512 CSS pixels wide at zoom 0. */
const pixelsPerDegree = (zoom: number): number => (512 * 2 ** zoom) / 360

/**
 * Degrees between two grid lines at this zoom: the smallest round step that keeps the lines well
 * apart.
 */
export function gridStep(zoom: number): number {
  const scale = pixelsPerDegree(zoom)
  const fitting = steps.filter((step) => step * scale >= minimumSpacing)
  return fitting.at(-1) ?? steps[0]
}

const decimals = (step: number): number => Math.max(0, Math.ceil(-Math.log10(step)))

/** A coordinate on the frame, with no more digits than the step has: `66.25°`. */
export const gridLabel = (degrees: number, step: number): string =>
  `${degrees.toFixed(decimals(step))}°`

/**
 * Every multiple of `step` from `from` to `to`, counted in whole steps so that no rounding error
 * adds up.
 */
export function gridValues(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  const values: number[] = []
  for (let n = first; n <= last; n++) values.push(Number((n * step).toFixed(6)))
  return values
}

export const gridLines = ([west, south, east, north]: Bounds, step: number): GridLine[] => [
  ...gridValues(west, east, step).map((degrees): GridLine => ({ axis: 'lon', degrees })),
  ...gridValues(south, north, step).map((degrees): GridLine => ({ axis: 'lat', degrees })),
]

/** `bounds` enlarged by `margin` times its size on every side, rounded out to blocks of `step`. */
export function gridExtent(
  [west, south, east, north]: Bounds,
  step: number,
  margin: number,
): Bounds {
  // Blocks of several steps keep the extent while the map moves a little, so the lines need not be
  // sent again.
  const block = step * 4
  const down = (value: number) => Math.floor(value / block) * block
  const up = (value: number) => Math.ceil(value / block) * block
  const wide = (east - west) * margin
  const high = (north - south) * margin
  return [
    down(west - wide),
    Math.max(-85, down(south - high)),
    up(east + wide),
    Math.min(85, up(north + high)),
  ]
}
