import { describe, expect, it } from 'vitest'
import { gridExtent, gridLabel, gridLines, gridStep, gridValues } from './grid'

describe('the coordinate grid', () => {
  it('keeps its lines at least 140 pixels apart at every zoom it is drawn at', () => {
    for (let zoom = 9; zoom <= 16; zoom += 0.25) {
      expect(gridStep(zoom) * ((512 * 2 ** zoom) / 360)).toBeGreaterThanOrEqual(140)
    }
  })

  it('gets finer as the map comes closer, never coarser', () => {
    const steps = [9, 10, 11, 12, 13, 14, 15, 16].map(gridStep)
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
    expect(steps[0]).toBe(0.2)
  })

  it('stays at the finest step when the map comes closer still', () => {
    expect(gridStep(22)).toBe(0.001)
  })

  it('puts lines at round coordinates only, free of rounding errors', () => {
    expect(gridValues(65.75, 66.31, 0.1)).toEqual([65.8, 65.9, 66, 66.1, 66.2, 66.3])
    expect(gridValues(-0.15, 0.15, 0.05)).toEqual([-0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15])
  })

  it('has a line for every meridian and parallel that crosses the view', () => {
    expect(gridLines([65.9, 38.45, 66.15, 38.75], 0.2)).toEqual([
      { axis: 'lon', degrees: 66 },
      { axis: 'lat', degrees: 38.6 },
    ])
  })

  it('writes a coordinate with as many digits as its step needs', () => {
    expect(gridLabel(66.2, 0.2)).toBe('66.2°')
    expect(gridLabel(66.25, 0.05)).toBe('66.25°')
    expect(gridLabel(66, 1)).toBe('66°')
    expect(gridLabel(66.005, 0.005)).toBe('66.005°')
  })

  it('asks for the same extent again while the map moves a little', () => {
    const here = gridExtent([65.9, 38.5, 66.4, 38.8], 0.1, 0.5)
    const slightlyEast = gridExtent([65.95, 38.5, 66.45, 38.8], 0.1, 0.5)
    expect(slightlyEast).toEqual(here)
  })

  it('covers more than the view, so that a moving map does not run off its grid', () => {
    const [west, south, east, north] = gridExtent([65.9, 38.5, 66.4, 38.8], 0.1, 0.5)
    expect(west).toBeLessThanOrEqual(65.65)
    expect(south).toBeLessThanOrEqual(38.35)
    expect(east).toBeGreaterThanOrEqual(66.65)
    expect(north).toBeGreaterThanOrEqual(38.95)
  })
})
