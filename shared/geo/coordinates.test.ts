import { describe, expect, it } from 'vitest'
import { sayPlace } from './coordinates'

const qarshi = { lon: 65.7891, lat: 38.8606 }

describe('A place is read out', () => {
  it('in degrees, latitude first', () =>
    expect(sayPlace(qarshi, 'decimal')).toBe('38.86060, 65.78910'))
  it('in degrees, minutes and seconds, which carry over', () => {
    expect(sayPlace(qarshi, 'dms')).toBe('38°51′38.2″N 65°47′20.8″E')
    expect(sayPlace({ lon: -0.99999999, lat: -1 }, 'dms')).toBe('1°00′00.0″S 1°00′00.0″W')
  })
  // As the MGRS library of proj4js gives them.
  it.each([
    [65.7891, 38.8606, '41S QD 42006 05004'],
    [66.8342, 39.0578, '42S UJ 12602 25423'],
    [69.2163, 41.2647, '42T WL 18118 68164'],
    [59.6103, 42.4531, '40T GN 14645 03386'],
    [-77.0352, 38.8895, '18S UJ 23486 06483'],
    [18.42, -33.92, '34H BH 61488 43716'],
  ])('in the military grid: %f, %f', (lon, lat, reference) => {
    const [, , east, north] = sayPlace({ lon, lat }, 'mgrs').split(' ')
    const [, , wantedEast, wantedNorth] = reference.split(' ')
    expect(sayPlace({ lon, lat }, 'mgrs').slice(0, 6)).toBe(reference.slice(0, 6))
    expect(Math.abs(Number(east) - Number(wantedEast))).toBeLessThanOrEqual(1)
    expect(Math.abs(Number(north) - Number(wantedNorth))).toBeLessThanOrEqual(1)
  })
})
