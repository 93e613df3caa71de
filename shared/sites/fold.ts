import type { Room } from '../console/room'
import type { Site } from './site'

/** Registers new sites and new versions of known ones; an account that changed no longer leads to the site. */
export function registerSites(room: Room, sites: readonly Site[]): Room {
  const accounts = room.accounts.withMutations((table) => {
    for (const site of sites) {
      const before = room.sites.get(site.id)
      if (before && before.account !== site.account) table.delete(before.account)
      table.set(site.account, site.id)
    }
  })
  const table = room.sites.withMutations((rows) => {
    for (const site of sites) rows.set(site.id, site)
  })
  return { ...room, accounts, sites: table }
}
