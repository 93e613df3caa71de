import { describe, expect, it } from 'vitest'
import { distance } from '../geo/distance'
import { siteSchema } from '../sites/site'
import { teamRecordSchema } from '../teams/team'
import { demoRegion, facilityCount, residenceCount } from './demo-region'
import { towns } from './towns'

const region = demoRegion()
const json = JSON.stringify(region)
const nearest = (site: (typeof region.sites)[number]) =>
  Math.min(...towns.map((town) => distance(town, site.location) / town.radius))

describe('the demo region', () => {
  it('has exactly the sites of the real duty', () => {
    const residential = region.sites.filter(({ category }) => category === 'residential')
    expect(residential).toHaveLength(residenceCount)
    expect(region.sites).toHaveLength(facilityCount + residenceCount)
    expect([facilityCount, residenceCount]).toEqual([8214, 11036])
  })
  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(demoRegion())).toBe(json)
    expect(demoRegion({ seed: 2 }).sites[0]).not.toEqual(region.sites[0])
  })
  it('names no two sites or accounts alike, of whatever size it is asked for', () => {
    for (const { sites } of [region, demoRegion({ sites: 1_000 }), demoRegion({ sites: 38_000 })])
      for (const key of ['id', 'account', 'name'] as const)
        expect(new Set(sites.map((site) => site[key])).size).toBe(sites.length)
    expect(demoRegion({ sites: 38_000 }).sites).toHaveLength(38_000)
  })
  it('holds only sites and teams that the schemas accept', () => {
    expect(region.sites.filter((site) => !siteSchema.safeParse(site).success)).toEqual([])
    expect(region.teams.filter((team) => !teamRecordSchema.safeParse(team).success)).toEqual([])
  })
  it('lies inside Kashkadarya, nine tenths of it in the towns and the rest along the roads', () => {
    const lons = region.sites.map(({ location }) => location.lon)
    const lats = region.sites.map(({ location }) => location.lat)
    expect(Math.min(...lons)).toBeGreaterThan(64.37)
    expect(Math.max(...lons)).toBeLessThan(67.68)
    expect(Math.min(...lats)).toBeGreaterThan(37.97)
    expect(Math.max(...lats)).toBeLessThan(39.56)
    expect(region.sites.filter((site) => nearest(site) < 1.2).length).toBeGreaterThan(
      region.sites.length * 0.9,
    )
    expect(
      Math.max(
        ...region.sites.map((site) => Math.min(...towns.map((t) => distance(t, site.location)))),
      ),
    ).toBeLessThan(35_000)
  })
  it('is denser in the middle of a town than at its edge', () => {
    const [qarshi] = towns
    const far = region.sites
      .filter((site) => site.town === 'Qarshi')
      .map((site) => distance(qarshi ?? site.location, site.location))
    const within = (metres: number) => far.filter((d) => d < metres).length
    const perKm2 = (from: number, to: number) => (within(to) - within(from)) / (to ** 2 - from ** 2)
    expect(perKm2(0, 1000)).toBeGreaterThan(2 * perKm2(3500, 4500))
  })
  it('has a hundredth of particularly important sites and a tenth of categorised ones among the facilities', () => {
    const share = (category: string) =>
      region.sites.filter((site) => site.category === category).length / facilityCount
    expect(share('particularly-important')).toBeGreaterThan(0.005)
    expect(share('particularly-important')).toBeLessThan(0.015)
    expect(share('categorised')).toBeGreaterThan(0.07)
    expect(share('categorised')).toBeLessThan(0.11)
  })
  it('gives a facility three to eight zones and a residential building two', () => {
    const odd = region.sites.filter(({ category, zones }) =>
      category === 'residential' ? zones.length !== 2 : zones.length < 3 || zones.length > 8,
    )
    expect(odd).toEqual([])
    expect(
      region.sites.filter(
        ({ zones }) => new Set(zones.map(({ name }) => name)).size < zones.length,
      ),
    ).toEqual([])
  })
  it('calls nobody who exists: roles instead of names, numbers of a code that is assigned to nobody', () => {
    const contacts = region.sites.flatMap((site) => site.contacts)
    expect(contacts.filter(({ name }) => !/^Demo contact \d$/.test(name))).toEqual([])
    expect(contacts.filter(({ phone }) => !/^\+998 00 \d{3} \d\d \d\d$/.test(phone))).toEqual([])
    expect(new Set(contacts.map(({ phone }) => phone)).size).toBe(contacts.length)
  })
  it('writes Oʻ and Gʻ with U+02BB alone', () => {
    expect(json).not.toMatch(/['’‘`]/)
  })
  it('stays under ten megabytes as JSON', () => {
    expect(new TextEncoder().encode(json).length).toBeLessThan(10e6)
  })
})

describe('the demo teams', () => {
  it('are 48, most of them in Qarshi, at least one in every town', () => {
    const inTown = (prefix: string) =>
      region.teams.filter(({ callSign }) => callSign.startsWith(`${prefix}-`)).length
    expect(region.teams).toHaveLength(48)
    expect(region.teams[0]).toMatchObject({ id: 'team-q-01', callSign: 'Q-01' })
    for (const { prefix } of towns) {
      expect(inTown(prefix)).toBeGreaterThan(0)
      expect(inTown('Q')).toBeGreaterThanOrEqual(inTown(prefix))
    }
  })
  it('can be any number without moving a site', () => {
    const many = demoRegion({ teams: 300 })
    expect(many.teams).toHaveLength(300)
    expect(new Set(many.teams.map(({ id }) => id)).size).toBe(300)
    expect(JSON.stringify(many.sites)).toBe(JSON.stringify(region.sites))
    expect(demoRegion({ teams: 3 }).teams).toHaveLength(3)
  })
  it('wait inside their towns', () => {
    for (const { postLocation } of region.teams)
      expect(
        Math.min(...towns.map((town) => distance(town, postLocation) / town.radius)),
      ).toBeLessThan(1)
  })
})
