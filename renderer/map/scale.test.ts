import { describe, expect, it } from 'vitest'
import { metresPerPixel, scaleBar } from './scale'

describe('the scale bar', () => {
  it('has a round length and is as long as it may be', () => {
    expect(scaleBar(10, 120)).toEqual({ metres: 1000, width: 100 })
    expect(scaleBar(30, 120)).toEqual({ metres: 2000, width: 2000 / 30 })
    expect(scaleBar(50, 120)).toEqual({ metres: 5000, width: 100 })
  })

  it('is never wider than allowed', () => {
    for (let scale = 0.3; scale < 5000; scale *= 1.37)
      expect(scaleBar(scale, 120).width).toBeLessThanOrEqual(120.0001)
  })

  it('knows that a pixel is shorter the farther from the equator', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78271.5, 1)
    expect(metresPerPixel(60, 10)).toBeCloseTo(78271.5 / 2 / 1024, 2)
  })
})
