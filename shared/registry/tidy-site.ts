import { accountsOf, type Line, lineOf, type Site } from '../sites/site'
import { isPlain } from './line-cells'

/**
 * The one form in which the register compares sites: no spaces around texts, no empty hazards, the
 * first account's settings before further accounts and only when there are any. The meaning stays
 * the same.
 */
export function tidySite(given: Site): Site {
  const { lines: _, accessNotes, keyHolders = [], pictures = [], ...site } = given
  const access = accessNotes?.trim() ?? ''
  return {
    ...site,
    name: site.name.trim(),
    purpose: site.purpose.trim(),
    address: site.address.trim(),
    town: site.town.trim(),
    zones: site.zones.map(({ number, name }) => ({ number: number.trim(), name: name.trim() })),
    contacts: site.contacts.map(tidyPerson),
    ...(access !== '' && { accessNotes: access }),
    ...(keyHolders.length > 0 && { keyHolders: keyHolders.map(tidyPerson) }),
    ...(pictures.length > 0 && {
      pictures: pictures.map(({ picture, caption }) => ({ picture, caption: caption.trim() })),
    }),
    hazards: site.hazards.map((hazard) => hazard.trim()).filter((hazard) => hazard !== ''),
    ...linesOf(lineOf(given, given.account), furtherOf(given)),
  }
}

const tidyPerson = <Person extends Pick<Site['contacts'][number], 'role' | 'name' | 'phone'>>(
  person: Person,
): Person => ({
  ...person,
  role: person.role.trim(),
  name: person.name.trim(),
  phone: person.phone.trim(),
})

export const furtherOf = (site: Site): Line[] =>
  accountsOf(site)
    .slice(1)
    .map((account) => lineOf(site, account))

/** A site's `lines`; left out when nothing is set. */
export function linesOf(first: Line, further: readonly Line[]): Pick<Site, 'lines'> {
  const lines = [...(isPlain(first) ? [] : [first]), ...further]
  return lines.length === 0 ? {} : { lines }
}
