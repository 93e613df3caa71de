import { describe, expect, it } from 'vitest'
import { languages } from '../lang/language'
import { siteSchema } from '../sites/site'
import { teamRecordSchema } from '../teams/team'
import { demoInLanguage } from './demo-in-language'
import { demoRegion } from './demo-region'

const english = demoRegion()
const texts = ({ name, sites, teams }: typeof english): string[] => [
  name,
  ...sites.flatMap((site) => [
    site.name,
    site.address,
    site.purpose,
    site.town,
    ...site.hazards,
    ...(site.accessNotes === undefined ? [] : [site.accessNotes]),
    ...site.zones.map((zone) => zone.name),
    ...[...site.contacts, ...(site.keyHolders ?? [])].flatMap(({ role, name }) => [role, name]),
  ]),
  ...teams.flatMap((team) => [team.name, team.post]),
]

describe('The demo region', () => {
  it('is in English as it was made', () => expect(demoInLanguage(english, 'en')).toBe(english))

  it.each(languages.filter((language) => language !== 'en'))('is said in %s whole', (language) => {
    const region = demoInLanguage(english, language)
    const said = texts(region)
    const left =
      language === 'uz-Latn'
        ? /\b(?:street|house|road|building|Response|team|contact|gate|room|shop)\b/
        : /[a-z]/
    expect(said.filter((text) => left.test(text)).slice(0, 5)).toEqual([])
    expect(new Set(region.sites.map(({ name }) => name)).size).toBe(region.sites.length)
    expect(region.sites.find((site) => !siteSchema.safeParse(site).success)).toBeUndefined()
    expect(region.teams.find((team) => !teamRecordSchema.safeParse(team).success)).toBeUndefined()
    expect(region.sites.map(({ id, account, location }) => [id, account, location])).toEqual(
      english.sites.map(({ id, account, location }) => [id, account, location]),
    )
  })
})
