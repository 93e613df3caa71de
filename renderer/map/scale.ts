/** A scale bar: its length on the ground and on the screen. */
export interface ScaleBar {
  readonly metres: number
  readonly width: number
}

/**
 * The longest bar of a round length (1, 2 or 5 times a power of ten) within `maxWidth` CSS pixels.
 */
export function scaleBar(metresPerPixel: number, maxWidth: number): ScaleBar {
  const most = metresPerPixel * maxWidth
  const power = 10 ** Math.floor(Math.log10(most))
  const factor = [5, 2, 1].find((candidate) => candidate * power <= most) ?? 1
  const metres = factor * power
  return { metres, width: metres / metresPerPixel }
}

/**
 * Metres on the ground per CSS pixel in the Web Mercator projection; 40,075,016.686 m is the length
 * of the equator.
 */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
