import { describe, expect, it } from 'vitest'
import { destination } from '../../../shared/geo/distance'
import type { Position } from '../../../shared/teams/position'
import { createDecimator } from './decimate'

const start = { lon: 65.79, lat: 38.86 }
const fix = (seconds: number, metres: number, teamId = 't1'): Position => ({
  teamId,
  ...destination(start, 90, metres),
  at: seconds * 1_000,
  speed: null,
  heading: null,
})

describe('the fixes kept for replay', () => {
  it('are one in two seconds of a car that drives', () => {
    const keep = createDecimator()
    const kept = Array.from({ length: 60 }, (_, second) => keep([fix(second, second * 15)])).flat()
    expect(kept).toHaveLength(30)
  })
  it('are one in 25 seconds of a car that stands, however its receiver trembles: never so few that it looks silent', () => {
    const keep = createDecimator()
    const kept = Array.from({ length: 181 }, (_, second) =>
      keep([fix(second, second % 2 ? 3 : 0)]),
    ).flat()
    expect(kept.map(({ at }) => at / 1_000)).toEqual([0, 25, 50, 75, 100, 125, 150, 175])
  })
  it('follow a car that creeps', () => {
    const keep = createDecimator()
    const kept = Array.from({ length: 41 }, (_, second) => keep([fix(second, second * 0.5)])).flat()
    expect(kept.length).toBeGreaterThan(3)
  })
  it('are chosen per team', () => {
    const keep = createDecimator()
    expect(keep([fix(0, 0), fix(0, 0, 't2')])).toHaveLength(2)
  })
})
