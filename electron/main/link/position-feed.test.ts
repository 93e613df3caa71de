import { describe, expect, it } from 'vitest'
import type { Position } from '../../../shared/teams/position'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createPositionFeed } from './position-feed'

const fix = (teamId: string, at: number): Position => ({
  teamId,
  at,
  lon: 65,
  lat: 38,
  speed: 10,
  heading: 0,
})

function feed() {
  const clock = createManualClock(10_000)
  const pushes: (readonly Position[])[] = []
  return { clock, pushes, feed: createPositionFeed(clock, (positions) => pushes.push(positions)) }
}

describe('positions on their way to the window', () => {
  it('go at once after a pause', () => {
    const { feed: positions, pushes } = feed()
    positions.take([fix('t1', 1)])
    expect(pushes).toEqual([[fix('t1', 1)]])
  })
  it('go at most once a second, newest per team', () => {
    const { clock, feed: positions, pushes } = feed()
    for (let at = 1; at <= 100; at++) {
      positions.take([fix('t1', at), fix('t2', at)])
      clock.advance(10)
    }
    clock.advance(1_000)
    expect(pushes.length).toBeLessThanOrEqual(3)
    expect(pushes.at(-1)).toEqual([fix('t1', 100), fix('t2', 100)])
  })
  it('never go back in time', () => {
    const { feed: positions } = feed()
    positions.take([fix('t1', 5), fix('t1', 4)])
    expect(positions.newest()).toEqual([fix('t1', 5)])
  })
})
