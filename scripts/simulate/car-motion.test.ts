import { beforeEach, describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../../shared/demo/random'
import { bearing, destination, distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import { fixSchema } from '../../shared/wire/team-feed'
import { drive, fixOf, halt, type Motion, remaining, setOff, standingAt } from './car-motion'

const home: Place = { lon: 65.79, lat: 38.86 }
const there = destination(home, 60, 2000)
const cruise = 60 / 3.6
let random: Random
beforeEach(() => {
  random = seededRandom(1)
})

/** The car second by second until it stands. */
function ride(from: Motion, seconds = 1): Motion[] {
  const seen = [from]
  for (let motion = from, guard = 0; motion.route.length > 0 && guard < 5000; guard++) {
    motion = drive(motion, seconds, cruise)
    seen.push(motion)
  }
  return seen
}

describe('a car', () => {
  it('arrives exactly where it was sent, and stands', () => {
    for (const seconds of [0.2, 1, 3]) {
      const end = ride(setOff(standingAt(home), there, random), seconds).at(-1)
      expect(end).toMatchObject({ speed: 0, route: [] })
      expect(end && distance(end.place, there)).toBeLessThan(0.1)
    }
  })
  it('needs about the time its speed allows, on a way a little longer than the straight line', () => {
    const start = setOff(standingAt(home), there, random)
    const way = remaining(start)
    expect(way).toBeGreaterThan(2000)
    expect(way).toBeLessThan(2400)
    const seconds = ride(start).length - 1
    expect(seconds).toBeGreaterThan(way / cruise)
    expect(seconds).toBeLessThan(way / cruise + 12)
  })
  it('gathers speed and brakes, never faster than allowed', () => {
    const speeds = ride(setOff(standingAt(home), there, random)).map(({ speed }) => speed)
    expect(Math.max(...speeds)).toBeCloseTo(cruise, 5)
    for (const [at, speed] of speeds.entries()) {
      const before = speeds[at - 1] ?? 0
      expect(speed - before).toBeLessThanOrEqual(2.5 + 1e-9)
      expect(before - speed).toBeLessThanOrEqual(3.5 + 1e-9)
    }
  })
  it('looks where it drives', () => {
    const seen = ride(setOff(standingAt(home), there, random)).slice(2, -2)
    for (const [at, motion] of seen.entries()) {
      const next = seen[at + 1]
      if (!next) continue
      const turn = Math.abs(((bearing(motion.place, next.place) - next.heading + 540) % 360) - 180)
      expect(turn).toBeLessThan(15)
    }
  })
  it('takes another way at once, and turns round slowly', () => {
    const half = ride(setOff(standingAt(home), there, random))[60]
    if (!half) throw new Error('arrived too soon')
    expect(setOff(half, there, random).speed).toBeCloseTo(cruise, 5)
    const back = setOff(half, home, random)
    expect(back.speed).toBeLessThanOrEqual(3)
    expect(distance(ride(back).at(-1)?.place ?? there, home)).toBeLessThan(0.1)
  })
  it('brakes to a halt on the way it was going', () => {
    const half = ride(setOff(standingAt(home), there, random))[60]
    if (!half) throw new Error('arrived too soon')
    const stop = ride(halt(half)).at(-1)
    expect(stop?.speed).toBe(0)
    expect(stop && distance(stop.place, half.place)).toBeLessThan(45)
    expect(halt(standingAt(home))).toEqual(standingAt(home))
  })
  it('stays where it is when sent to where it stands', () => {
    expect(setOff(standingAt(home), home, random).route).toEqual([])
  })
  it('gives fixes the wire accepts, within GPS reach of the truth and never twice the same', () => {
    const [a, b] = [fixOf(standingAt(home), 1000, random), fixOf(standingAt(home), 2000, random)]
    expect(fixSchema.parse(a)).toEqual(a)
    expect(distance(a, home)).toBeLessThan(2)
    expect([a.lon, a.lat]).not.toEqual([b.lon, b.lat])
  })
})
