import { between, type Random, sign } from '../../shared/demo/random'
import { bearing, destination, distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import type { Fix } from '../../shared/wire/team-feed'

export interface Motion {
  readonly place: Place
  /** Degrees from north; a standing car keeps the way it came. */
  readonly heading: number
  /** m/s */
  readonly speed: number
  readonly route: readonly Place[]
}

/** How a car with a crew in a hurry gathers speed and brakes, m/s². */
const acceleration = 2.5
const braking = 3.5
/** A car turns round at this speed at most, m/s. */
const turningSpeed = 3
/** Nearer than this to the end of its route a car has arrived, metres. */
const arrived = 0.5

export const standingAt = (place: Place): Motion => ({ place, heading: 0, speed: 0, route: [] })

export function remaining({ place, route }: Motion): number {
  let metres = 0
  let from = place
  for (const to of route) {
    metres += distance(from, to)
    from = to
  }
  return metres
}

/**
 * Sets off for another place from wherever the car is, on a way that bends to one side as streets
 * do (a quadratic curve). Turning round costs its speed.
 */
export function setOff(motion: Motion, to: Place, random: Random): Motion {
  const { place } = motion
  const metres = distance(place, to)
  if (metres < arrived) return { ...motion, route: [], speed: 0 }
  const course = bearing(place, to)
  const aside = sign(random) * metres * between(random, 0.1, 0.25)
  const bend = destination(destination(place, course, metres / 2), course + 90, aside)
  const steps = Math.min(300, Math.max(4, Math.ceil(metres / 40)))
  const route = Array.from({ length: steps }, (_, at) =>
    onCurve({ from: place, bend, to }, (at + 1) / steps),
  )
  const turn = Math.abs(((bearing(place, route[0] ?? to) - motion.heading + 540) % 360) - 180)
  return {
    ...motion,
    route,
    speed: turn > 60 ? Math.min(motion.speed, turningSpeed) : motion.speed,
  }
}

interface Curve {
  readonly from: Place
  readonly bend: Place
  readonly to: Place
}

function onCurve({ from, bend, to }: Curve, t: number): Place {
  const mix = (a: number, b: number, c: number) =>
    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c
  return { lon: mix(from.lon, bend.lon, to.lon), lat: mix(from.lat, bend.lat, to.lat) }
}

export function halt(motion: Motion): Motion {
  if (motion.speed === 0) return { ...motion, route: [] }
  return {
    ...motion,
    route: [destination(motion.place, motion.heading, motion.speed ** 2 / (2 * braking))],
  }
}

/** The car after `seconds`, at `cruise` m/s where it can. */
export function drive(motion: Motion, seconds: number, cruise: number): Motion {
  const left = remaining(motion)
  if (left === 0) return motion.speed === 0 ? motion : { ...motion, speed: 0 }
  const wanted = Math.min(
    motion.speed + acceleration * seconds,
    cruise,
    speedToStop(motion.speed, left, seconds),
  )
  const speed = Math.max(wanted, motion.speed - braking * seconds, 0)
  const metres = ((motion.speed + speed) / 2) * seconds
  return left - metres < arrived ? arrive(motion) : advance({ ...motion, speed }, metres)
}

/**
 * The speed after a step from which the car can still stop in what is then left: v² = 2·b·(left −
 * step·(v0 + v)/2).
 */
function speedToStop(speed: number, left: number, seconds: number): number {
  const lost = braking * seconds
  const root = lost ** 2 - 4 * (lost * speed - 2 * braking * left)
  return root <= 0 ? 0 : (Math.sqrt(root) - lost) / 2
}

function arrive({ place, route, heading }: Motion): Motion {
  const to = route.at(-1) ?? place
  return {
    place: to,
    heading: distance(place, to) > arrived ? bearing(place, to) : heading,
    speed: 0,
    route: [],
  }
}

function advance(motion: Motion, metres: number): Motion {
  let { place, heading } = motion
  let left = metres
  for (const [at, to] of motion.route.entries()) {
    const leg = distance(place, to)
    if (leg > 0) heading = bearing(place, to)
    if (left < leg)
      return {
        ...motion,
        place: destination(place, heading, left),
        heading,
        route: motion.route.slice(at),
      }
    left -= leg
    place = to
  }
  return { ...motion, place, heading, route: [] }
}

/**
 * How far a good receiver's positions wander under open sky, metres: even a parked car never
 * reports one place twice.
 */
const wander = 1.8
const sixDecimals = (degrees: number) => Math.round(degrees * 1e6) / 1e6

export function fixOf({ place, speed, heading }: Motion, at: number, random: Random): Fix {
  const seen = destination(place, between(random, 0, 360), wander * random())
  return {
    lon: sixDecimals(seen.lon),
    lat: sixDecimals(seen.lat),
    at,
    speed: Math.round(speed * 10) / 10,
    heading: Math.round(heading) % 360,
  }
}
