import type { Place } from '../geo/place'
import type { Site } from '../sites/site'
import { demoContacts } from './demo-contacts'
import { guardedPurposes, type Purpose } from './purposes'
import { apportion, chance, integer, type Random, weighted } from './random'
import { type RoadsidePlace, roadsidePlaces } from './roadside'
import { placeOnStreet, type Quarter, type Street } from './town-layout'
import type { Town } from './towns'

export interface LaidOutTown {
  readonly town: Town
  readonly streets: readonly Street[]
  readonly quarters: readonly Quarter[]
}

/** The first account of a facility; four hex digits, counting up. */
const firstAccount = 0x1000
/** The share of facilities along the roads between towns. */
const roadsideShare = 0.1

interface Spot {
  readonly town: Town
  readonly location: Place
  readonly address: string
}

/** Guarded facilities: in the towns by size, along their streets, and some along the roads. */
export function facilities(laidOut: readonly LaidOutTown[], count: number, random: Random): Site[] {
  const out = Math.round(count * roadsideShare)
  const shares = apportion(
    count - out,
    laidOut.map(({ town }) => town.people),
  )
  const anyPurpose = weighted(guardedPurposes, (purpose) => purpose.share)
  const roadPurpose = weighted(
    guardedPurposes.filter(({ setting }) => setting === 'road'),
    (purpose) => purpose.share,
  )
  const numbers = new Map<string, number>()
  const sites: Site[] = []
  const add = (purpose: Purpose, spot: Spot) => {
    const key = `${purpose.name} ${spot.town.name}`
    const number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    sites.push(facility({ purpose, spot, number, index: sites.length }, random))
  }
  laidOut.forEach((place, index) => {
    const onStreets = streetPicker(place)
    for (let at = 0; at < (shares[index] ?? 0); at++) {
      const purpose = anyPurpose(random)
      add(purpose, onStreets(purpose, random))
    }
  })
  for (const place of roadsidePlaces(out, random))
    add(purposeOnRoad(roadPurpose, anyPurpose, random), spotOnRoad(place))
  return sites
}

const spotOnRoad = ({ town, location, address }: RoadsidePlace): Spot => ({
  town,
  location,
  address,
})

type PurposePicker = (random: Random) => Purpose

function purposeOnRoad(road: PurposePicker, any: PurposePicker, random: Random): Purpose {
  if (chance(random, 0.5)) return road(random)
  const purpose = any(random)
  return purpose.setting === 'centre' ? road(random) : purpose
}

/** How strongly each setting pulls facilities to the middle of their street. */
const crowding: Readonly<Record<Purpose['setting'], number>> = {
  centre: 1.5,
  street: 1.15,
  road: 0.8,
  edge: 0.5,
}

function streetPicker({ town, streets }: LaidOutTown) {
  const any = weighted(streets, ({ weight }) => weight)
  const central = weighted(
    streets,
    ({ weight, middle }) => weight * nearness(middle, town.radius) ** 2,
  )
  return ({ setting }: Purpose, random: Random): Spot => {
    const street = setting === 'centre' ? central(random) : any(random)
    const location = placeOnStreet(town, street, crowding[setting], random)
    return {
      town,
      location,
      address: `Demo street ${street.number}, house ${integer(random, 1, 180)}, ${town.name}`,
    }
  }
}

const nearness = ({ x, y }: { readonly x: number; readonly y: number }, radius: number): number =>
  Math.exp(-((Math.hypot(x, y) / (0.35 * radius)) ** 2))

interface Draft {
  readonly purpose: Purpose
  readonly spot: Spot
  readonly number: number
  readonly index: number
}

function facility({ purpose, spot, number, index }: Draft, random: Random): Site {
  const account = (firstAccount + index).toString(16).toUpperCase()
  const zones = purpose.zones.slice(
    0,
    integer(random, Math.max(3, purpose.zones.length - 2), purpose.zones.length),
  )
  return {
    id: `site-${account}`,
    account,
    name: `${purpose.name} ${String(number).padStart(3, '0')} · ${spot.town.name}`,
    category: purpose.category,
    purpose: purpose.name,
    address: spot.address,
    town: spot.town.name,
    location: spot.location,
    zones: zones.map((name, at) => ({ number: String(at + 1), name })),
    contacts: demoContacts(roles(purpose, random), index),
    hazards: purpose.hazards
      .filter(([, probability]) => chance(random, probability))
      .map(([text]) => text),
    ...access(purpose, index),
  }
}

function roles({ category }: Purpose, random: Random): string[] {
  if (category !== 'national-economic')
    return ['Guard post', 'Site manager', 'Electrician on duty', 'Duty desk of the owner']
  return chance(random, 0.3) ? ['Site manager', 'Electrician on duty'] : ['Site manager']
}

const ways = [
  'Entrance from the yard; the gate is locked at night',
  'Keys at the guard post; the bell does not work',
  'Stop at the side street: the main entrance can be watched',
] as const

/** How to get in, and who has keys: for the sites where a crew has asked before. */
function access({ category }: Purpose, index: number): Pick<Site, 'accessNotes' | 'keyHolders'> {
  if (category === 'national-economic') return {}
  const way = ways[index % ways.length]
  const keys = demoContacts(['Guard post', 'Site manager'], index).slice(1)
  return { ...(way !== undefined && { accessNotes: way }), keyHolders: keys }
}
