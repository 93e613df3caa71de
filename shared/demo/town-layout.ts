import type { Place } from '../geo/place'
import { between, chance, integer, type Random, sign } from './random'
import type { Town } from './towns'

interface Point {
  readonly x: number
  readonly y: number
}

/** A made-up straight street: its middle, direction and half length in metres. */
export interface Street {
  readonly number: number
  readonly middle: Point
  readonly angle: number
  readonly half: number
  /** The amount of building along it. */
  readonly weight: number
}

/** A made-up micro-district: residential buildings in rows. */
export interface Quarter {
  readonly number: number
  readonly centre: Point
  readonly buildings: readonly Place[]
}

const metresPerDegree = 111_195

/** The place some metres from a town's centre, to the metre (5 decimals keep the file small). */
export function placeAt(town: Town, { x, y }: Point): Place {
  const lon = town.lon + x / (metresPerDegree * Math.cos((town.lat * Math.PI) / 180))
  const lat = town.lat + y / metresPerDegree
  return { lon: Math.round(lon * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5 }
}

export const turned = ({ x, y }: Point, angle: number): Point => ({
  x: x * Math.cos(angle) - y * Math.sin(angle),
  y: x * Math.sin(angle) + y * Math.cos(angle),
})

/**
 * Two or three main streets, a ring road in pieces, and a loose grid of smaller streets that thins
 * out towards the edge.
 */
export function layStreets(town: Town, tilt: number, random: Random): Street[] {
  const streets: Street[] = []
  const add = (middle: Point, angle: number, half: number, weight: number) =>
    streets.push({ number: streets.length + 1, middle, angle, half, weight })
  for (const angle of town.radius > 3000 ? [0.05, Math.PI / 2, 0.8] : [0.05, Math.PI / 2]) {
    const reach = town.radius * between(random, 0.8, 1)
    const shift = { x: between(random, -0.15, 0.15) * reach, y: between(random, -250, 250) }
    add(turned(shift, tilt + angle), tilt + angle, reach, 2.2)
  }
  for (let side = 0; side < ringSides; side++) {
    const angle = (2 * Math.PI * side) / ringSides
    const reach = town.radius * between(random, 0.55, 0.62)
    const half = town.radius * 0.6 * Math.tan(Math.PI / ringSides) * between(random, 0.6, 1)
    add(turned({ x: reach, y: 0 }, tilt + angle), tilt + angle + Math.PI / 2, half, 0.5)
  }
  for (const across of [0, Math.PI / 2]) {
    for (
      let offset = -town.radius * 0.85;
      offset < town.radius * 0.85;
      offset += between(random, 230, 340)
    ) {
      const reach = Math.sqrt(town.radius ** 2 - offset ** 2) * between(random, 0.3, 0.95)
      const shift = between(random, -0.3, 0.3) * reach
      const weight = Math.exp(-((offset / (0.6 * town.radius)) ** 2)) * (reach / town.radius)
      const bend = between(random, -0.06, 0.06)
      add(turned({ x: shift, y: offset }, tilt + across), tilt + across + bend, reach, weight)
    }
  }
  return streets
}

const ringSides = 8

/**
 * A place at a street's side; a larger `crowding` brings it nearer to the street's middle, 1
 * spreads evenly.
 */
export function placeOnStreet(town: Town, street: Street, crowding: number, random: Random): Place {
  const along = sign(random) * street.half * random() ** crowding
  const aside = sign(random) * between(random, 12, 45)
  const { x, y } = turned({ x: along, y: aside }, street.angle)
  return placeAt(town, { x: street.middle.x + x, y: street.middle.y + y })
}

/**
 * Micro-districts for so many residential buildings, each in rows with gaps, none on top of another
 * where there is room.
 */
export function layQuarters(
  town: Town,
  buildings: number,
  tilt: number,
  random: Random,
): Quarter[] {
  const quarters: Quarter[] = []
  let left = buildings
  while (left > 0) {
    const centre = freeSpot(town, quarters, random)
    const rows = fillRows(town, centre, tilt + between(random, -0.08, 0.08), random).slice(0, left)
    if (rows.length === 0) continue
    quarters.push({ number: quarters.length + 1, centre, buildings: rows })
    left -= rows.length
  }
  return quarters
}

/** Half a micro-district plus a street. */
const apart = 430
/** After this many misses the town is full, and quarters may touch. */
const tries = 25

function freeSpot(town: Town, quarters: readonly Quarter[], random: Random): Point {
  let spot: Point = { x: 0, y: 0 }
  for (let attempt = 0; attempt < tries; attempt++) {
    const r = town.radius * (0.08 + 0.87 * random() ** 0.7)
    spot = turned({ x: r, y: 0 }, between(random, 0, 2 * Math.PI))
    if (quarters.every(({ centre }) => Math.hypot(centre.x - spot.x, centre.y - spot.y) > apart))
      return spot
  }
  return spot
}

function fillRows(town: Town, centre: Point, angle: number, random: Random): Place[] {
  const columns = integer(random, 5, 7)
  const rows = integer(random, 5, 7)
  const gap = between(random, 48, 66)
  const places: Place[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // A yard, a playground or a shop stands where a building is missing.
      if (chance(random, 0.15)) continue
      const x = (column - (columns - 1) / 2) * gap + between(random, -6, 6)
      const y = (row - (rows - 1) / 2) * gap + between(random, -6, 6)
      const spot = turned({ x, y }, angle)
      places.push(placeAt(town, { x: centre.x + spot.x, y: centre.y + spot.y }))
    }
  }
  return places
}
