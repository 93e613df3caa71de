import { derivedOf } from '../../shared/lang/derived'
import type { Table } from '../../shared/lang/table'
import { accountsOf, type Site } from '../../shared/sites/site'
import { searchKey } from '../../shared/text/search-key'

interface Indexed {
  readonly site: Site
  readonly name: string
  readonly accounts: readonly string[]
  readonly all: string
}

/** One per version of a site, made once. */
const indexed = derivedOf((site: Site): Indexed => {
  const name = searchKey(site.name)
  const accounts = accountsOf(site).map(searchKey)
  return {
    site,
    name,
    accounts,
    all: [name, searchKey(`${site.address} ${site.town}`), ...accounts].join(' '),
  }
})

export type SiteIndex = readonly Indexed[]

/** All sites, ready to be searched, by name. */
export const indexSites = (sites: Table<Site>): SiteIndex =>
  [...sites.values()].map(indexed).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

const ranks = 4

function rankOf(row: Indexed, query: string, words: readonly string[]): number | null {
  if (!words.every((word) => row.all.includes(word))) return null
  if (row.accounts.includes(query)) return 0
  if (row.name.startsWith(query) || row.accounts.some((account) => account.startsWith(query)))
    return 1
  return words.every((word) => row.name.includes(word)) ? 2 : 3
}

/**
 * The sites in which every word of the query stands, in name, address, town or an account: first
 * whose account it is, then those it begins, then those named so. Nothing for an empty query.
 */
export function searchSites(index: SiteIndex, text: string): readonly Site[] {
  const query = searchKey(text).trim()
  if (query === '') return []
  const words = query.split(/\s+/)
  const found: Site[][] = Array.from({ length: ranks }, () => [])
  for (const row of index) {
    const rank = rankOf(row, query, words)
    if (rank !== null) found[rank]?.push(row.site)
  }
  return found.flat()
}
