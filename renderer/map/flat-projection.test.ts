import { describe, expect, it } from 'vitest'
import { flatProjection } from './flat-projection'

/** Web Mercator as its definition has it: a world `size` pixels wide, the view at `left`, `top`. */
const mercator =
  (size: number, left: number, top: number) =>
  ([lon, lat]: [number, number]) => {
    const sin = Math.sin((lat * Math.PI) / 180)
    return {
      x: (lon / 360 + 0.5) * size - left,
      y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size - top,
    }
  }

describe('the place of a symbol on the canvas', () => {
  it.each([
    [512 * 2 ** 6, 20_000, 12_000],
    [512 * 2 ** 16, 22_900_000, 12_800_000],
  ])('is where the map has it, to a hundredth of a pixel, in a world of %i pixels', (...camera) => {
    const project = mercator(...camera)
    const flat = flatProjection(project)
    for (const place of [
      [65.79, 38.86],
      [56.1, 45.5],
      [73.2, 37.2],
    ] as [number, number][]) {
      const { x, y } = project(place)
      const [flatX, flatY] = flat(place)
      expect(Math.hypot(flatX - x, flatY - y)).toBeLessThan(0.01)
    }
  })
  it('is told by asking the map twice, however many symbols there are', () => {
    let asked = 0
    const project = mercator(512 * 2 ** 8, 0, 0)
    const flat = flatProjection((place) => {
      asked += 1
      return project(place)
    })
    for (let n = 0; n < 10_000; n++) flat([56 + n / 1_000, 40])
    expect(asked).toBe(2)
  })
})
