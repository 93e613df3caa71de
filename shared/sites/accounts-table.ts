import { emptyTable, type Table } from '../lang/table'
import type { WholeRoom } from '../room/room'
import type { RoomJson } from '../room/room-json'
import { accountsOf } from './site'

/**
 * When two sites name one account, the one registered last has it. The rows alone do not tell
 * which.
 */
export function contestedAccounts({
  sites,
  accounts,
}: Pick<WholeRoom, 'sites' | 'accounts'>): RoomJson['contested'] {
  const others = [...sites.values()].flatMap((site) =>
    accountsOf(site).filter((one) => accounts.get(one) !== site.id),
  )
  return [...new Set(others)].sort().map((account) => [account, accounts.get(account) ?? null])
}

/** Which site each account leads to. */
export const accountsTable = ({
  sites,
  contested,
}: Pick<RoomJson, 'sites' | 'contested'>): Table<string> =>
  emptyTable<string>().withMutations((table) => {
    for (const site of sites) for (const account of accountsOf(site)) table.set(account, site.id)
    for (const [account, siteId] of contested)
      siteId === null ? table.delete(account) : table.set(account, siteId)
  })
