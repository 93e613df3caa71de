import { tableOf } from '../lang/table'
import type { Room, WholeRoom } from '../room/room'
import { accountsOf, type Site } from '../sites/site'

/**
 * The whole room of a desk that has rows, built from every row's card and from where each account
 * leads.
 */
export function wholeOfDesk(room: Room, card: (siteId: string) => Site | null): WholeRoom {
  const cards = Array.from(room.sites.values(), ({ id }) => card(id)).filter((one) => one !== null)
  const led = [...new Set(cards.flatMap(accountsOf))].flatMap((account) => {
    const siteId = room.accounts.get(account)
    return siteId === undefined ? [] : [{ account, siteId }]
  })
  return {
    ...room,
    sites: tableOf(cards, ({ id }) => id),
    accounts: tableOf(led, ({ account }) => account).map(({ siteId }) => siteId),
  }
}
