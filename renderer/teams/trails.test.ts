import { describe, expect, it } from 'vitest'
import { prolonged, type Trails, trailLines, trailMs } from './trails'

const fix = (at: number, lon = at / 1e6) =>
  new Map([['t1', { teamId: 't1', lon, lat: 38, at, speed: 10, heading: 90 }]])
const trailAfter = (...at: readonly number[]): Trails =>
  at.reduce<Trails>((trails, one) => prolonged(trails, fix(one), ['t1']), new Map())

describe('the trail of a team under way', () => {
  it('ends where the team is', () => {
    const [line] = trailLines(trailAfter(0, 5_000), fix(6_000))
    expect(line?.geometry).toMatchObject({
      coordinates: [
        [0, 38],
        [0.005, 38],
        [0.006, 38],
      ],
    })
  })
  it('keeps the last minutes only', () =>
    expect(
      trailAfter(0, 60_000, trailMs + 30_000)
        .get('t1')
        ?.map(({ at }) => at),
    ).toEqual([60_000, trailMs + 30_000]))
  it('begins anew when the time jumps back', () =>
    expect(
      trailAfter(50_000, 60_000, 10_000)
        .get('t1')
        ?.map(({ at }) => at),
    ).toEqual([10_000]))
  it('goes when the team is home', () =>
    expect(prolonged(trailAfter(0, 5_000), fix(6_000), []).size).toBe(0))
})
