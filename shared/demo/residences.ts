import type { Site } from '../sites/site'
import { demoContacts } from './demo-contacts'
import type { LaidOutTown } from './facilities'
import { residentialZones } from './purposes'
import { pick, type Random } from './random'

/** The first account of a residential building; five hex digits, counting up. */
const firstAccount = 0xa0000
/** Keeps their telephone numbers apart from the facilities'. */
const firstContact = 100_000

export function residences(laidOut: readonly LaidOutTown[], random: Random): Site[] {
  const sites: Site[] = []
  for (const { town, quarters } of laidOut) {
    for (const quarter of quarters) {
      quarter.buildings.forEach((location, at) => {
        const account = (firstAccount + sites.length).toString(16).toUpperCase()
        const building = at + 1
        sites.push({
          id: `site-${account}`,
          account,
          name: `Residential ${quarter.number}-${building} · ${town.name}`,
          category: 'residential',
          purpose: 'Residential building',
          address: `Demo quarter ${quarter.number}, building ${building}, ${town.name}`,
          town: town.name,
          location,
          zones: pick(random, residentialZones).map((name, zone) => ({
            number: String(zone + 1),
            name,
          })),
          contacts: demoContacts(['House committee'], firstContact + sites.length),
          hazards: [],
        })
      })
    }
  }
  return sites
}
