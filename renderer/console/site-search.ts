import { type ColumnSites, overColumns } from '../../shared/site-columns/column-sites'
import { searchTextOf } from '../../shared/site-columns/columns'
import { accountsOf } from '../../shared/sites/site'
import type { SiteRow, Sites } from '../../shared/sites/site-row'
import { searchKey } from '../../shared/text/search-key'

/** All sites by name, ready to be searched. Their keys come with the columns. */
export interface SiteIndex {
  each(look: (keys: Keys, id: () => string) => void): void
}

interface Keys {
  readonly name: string
  readonly accounts: readonly string[]
  readonly all: string
}

export function indexSites(given: Sites): SiteIndex {
  const sites = overColumns(given)
  const changed = [...sites.since.values()].map(indexed).sort(byName)
  const keysAt = keysOf(sites)
  return {
    each(look) {
      let next = 0
      const lookAtChanged = (before: string | null) => {
        for (let row = changed[next]; row; row = changed[next]) {
          if (before !== null && row.keys.name >= before) return
          const { id, keys } = row
          look(keys, () => id)
          next += 1
        }
      }
      for (const at of sites.columns.keys.order) {
        const keys = keysAt(at)
        if (changed.length > 0) {
          lookAtChanged(keys.name)
          if (sites.since.has(sites.columns.idAt(at))) continue
        }
        look(keys, () => sites.columns.idAt(at))
      }
      lookAtChanged(null)
    },
  }
}

/** The keys of the site at a place in the columns: slices of one long text, not copies. */
function keysOf({ columns }: ColumnSites): (at: number) => Keys {
  const text = searchTextOf(columns.keys)
  const { ends } = columns.keys
  return (at) => {
    const from = at === 0 ? 0 : (ends[at * 3 - 1] ?? 0)
    const to = ends[at * 3 + 2]
    return {
      name: text.slice(from, ends[at * 3]),
      all: text.slice(from, to),
      get accounts() {
        return text.slice(ends[at * 3 + 1], to).split(' ')
      },
    }
  }
}

interface Indexed {
  readonly id: string
  readonly keys: Keys
}

function indexed(site: SiteRow): Indexed {
  const name = searchKey(site.name)
  const accounts = accountsOf(site).map(searchKey)
  const all = [name, searchKey(`${site.address} ${site.town}`), ...accounts].join(' ')
  return { id: site.id, keys: { name, accounts, all } }
}

const byName = (a: Indexed, b: Indexed): number =>
  a.keys.name < b.keys.name ? -1 : a.keys.name > b.keys.name ? 1 : 0

const ranks = 7

function rankOf(row: Keys, query: string, words: readonly string[]): number | null {
  if (!words.every((word) => row.all.includes(word))) return null
  if (row.accounts.includes(query)) return 0
  if (row.name.startsWith(query) || row.accounts.some((account) => account.startsWith(query)))
    return 1
  const whole = wordsOf(row.all)
  const places = words.map((word) => whole.indexOf(word))
  if (!places.includes(-1)) return closeness(whole, words)
  return words.every((word) => row.name.includes(word)) ? 5 : 6
}

/**
 * How a person reads "street 3 house 17": house 17 of street 3, not house 3 of street 17, and
 * neither 13 nor 170. 2: the words stand there one after the other; 3: in this order; 4: in another.
 */
function closeness(whole: readonly string[], words: readonly string[]): number {
  const begins = whole.some((_, at) => words.every((word, n) => whole[at + n] === word))
  if (begins) return 2
  let from = 0
  for (const word of words) {
    const at = whole.indexOf(word, from)
    if (at === -1) return 4
    from = at + 1
  }
  return 3
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Ids of the sites that have every word of the query in name, address, town or an account. Exact
 * accounts come first, then what begins with it, then what has the words whole and in order, as an
 * address is said. Empty for an empty query.
 */
export function searchSites(index: SiteIndex, text: string): readonly string[] {
  const query = searchKey(text).trim()
  if (query === '') return []
  const words = wordsOf(query)
  if (words.length === 0) return []
  const found: string[][] = Array.from({ length: ranks }, () => [])
  index.each((row, id) => {
    const rank = rankOf(row, query, words)
    if (rank !== null) found[rank]?.push(id())
  })
  return found.flat()
}
