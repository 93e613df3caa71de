import { describe, expect, it } from 'vitest'
import { destination, distance } from '../../shared/geo/distance'
import { fitted } from './ways-projection'

const size = { width: 640, height: 300 }
const site = { lat: 38.86, lon: 65.79 }

describe('The picture of the ways to a site', () => {
  it('has a site alone in its middle, with streets around it', () => {
    const { point, metresPerUnit } = fitted([site], size)
    expect(point(site)).toEqual([320, 150])
    expect(metresPerUnit * 640).toBeCloseTo(800)
  })
  it('has every place inside its margin, whatever the shape of the ways', () => {
    for (const degrees of [0, 45, 90, 135, 250]) {
      const places = [site, destination(site, degrees, 40_000), destination(site, 10, 3_000)]
      const { point } = fitted(places, size)
      for (const [x, y] of places.map(point)) {
        expect(x).toBeGreaterThanOrEqual(35.9)
        expect(x).toBeLessThanOrEqual(604.1)
        expect(y).toBeGreaterThanOrEqual(35.9)
        expect(y).toBeLessThanOrEqual(264.1)
      }
    }
  })
  it('is to scale in every direction, and has north up', () => {
    const [north, east] = [destination(site, 0, 5_000), destination(site, 90, 5_000)]
    const { point, metresPerUnit } = fitted([site, north, east], size)
    for (const place of [north, east]) {
      const [[x, y], [atX, atY]] = [point(place), point(site)]
      const metres = Math.hypot(x - atX, y - atY) * metresPerUnit
      expect(metres / distance(site, place)).toBeCloseTo(1, 2)
    }
    expect(point(north)[1]).toBeLessThan(point(site)[1])
    expect(point(east)[0]).toBeGreaterThan(point(site)[0])
  })
})
