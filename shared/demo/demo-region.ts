import type { Site } from '../sites/site'
import type { TeamRecord } from '../teams/team'
import { demoTeams } from './demo-teams'
import { facilities } from './facilities'
import { apportion, between, seededRandom } from './random'
import { residences } from './residences'
import { layQuarters, layStreets } from './town-layout'
import { towns } from './towns'

export interface DemoRegion {
  readonly unitId: string
  readonly name: string
  readonly sites: Site[]
  readonly teams: TeamRecord[]
}

export interface DemoRegionOptions {
  /** Another seed moves everything; accounts stay in the same ranges. */
  readonly seed?: number
  readonly teams?: number
  /** The number of sites, for measuring a larger or smaller unit. */
  readonly sites?: number
}

/** The size of the real duty: 8,214 guarded facilities and 11,036 residential buildings. */
export const facilityCount = 8_214
export const residenceCount = 11_036
const teamCount = 48
const facilityShare = facilityCount / (facilityCount + residenceCount)

/**
 * The demo: a duty unit of Kashkadarya with sites in and around the real towns. Everything but the
 * towns is made up, and says so; the same options always give the same region. Takes about 0.1 s.
 */
export function demoRegion({
  seed = 1,
  teams = teamCount,
  sites = facilityCount + residenceCount,
}: DemoRegionOptions = {}): DemoRegion {
  // A unit grows by dwellings: the accounts of facilities end where those of dwellings begin.
  const facilitySites = Math.min(facilityCount, Math.round(sites * facilityShare))

  const random = seededRandom(seed)
  const people = towns.map((town) => town.people)
  const shares = apportion(sites - facilitySites, people)
  const laidOut = towns.map((town, index) => {
    const tilt = between(random, 0, Math.PI / 2)
    const streets = layStreets(town, tilt, random)
    return { town, streets, quarters: layQuarters(town, shares[index] ?? 0, tilt, random) }
  })
  return {
    unitId: 'kashkadarya-demo',
    name: 'Kashkadarya duty unit (demo)',
    sites: [...facilities(laidOut, facilitySites, random), ...residences(laidOut, random)],
    teams: demoTeams(teams),
  }
}
