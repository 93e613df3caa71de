import type { Room } from '../room/room'
import { accountsOf } from './site'
import type { SiteRow } from './site-row'

/**
 * Registers new sites and new versions of known ones; an account that was removed no longer leads
 * to the site. All old accounts are released before any new one is set: two sites may swap theirs
 * in one batch.
 */
export function registerSites(room: Room, sites: readonly SiteRow[]): Room {
  // When a batch names a site twice, the last version counts.
  const latest = new Map(sites.map((site) => [site.id, site]))
  const accounts = room.accounts.withMutations((table) => {
    for (const { id } of latest.values()) {
      const before = room.sites.get(id)
      if (!before) continue
      for (const account of accountsOf(before)) if (table.get(account) === id) table.delete(account)
    }
    for (const site of latest.values())
      for (const account of accountsOf(site)) table.set(account, site.id)
  })
  const table = room.sites.merge(latest)
  return {
    ...room,
    accounts,
    sites: table,
    missing: stillMissing(room, accounts),
    held: stillHeld(room, latest.values()),
  }
}

/**
 * Held signals of a newly known account take effect in the same commit
 * (hub/reception/held-signals.ts).
 */
const stillHeld = ({ held }: Room, sites: Iterable<SiteRow>): Room['held'] =>
  held.isEmpty() ? held : held.deleteAll([...sites].flatMap(accountsOf))

/** Nobody waits for an account at a site it no longer belongs to. */
const stillMissing = ({ missing }: Room, accounts: Room['accounts']): Room['missing'] =>
  missing.filter(({ account, siteId }) => accounts.get(account) === siteId)
