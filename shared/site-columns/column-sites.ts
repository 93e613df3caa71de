import { derivedOf } from '../lang/derived'
import type { Room } from '../room/room'
import type { Accounts, AccountsChange, SiteRow, Sites } from '../sites/site-row'
import { readColumns, rowOf, type SiteColumns } from './columns'
import { columnsOf } from './make-columns'

/** A register's rows over columns, plus the rows registered since the columns were made. */
export interface ColumnSites extends Sites {
  readonly columns: SiteColumns
  readonly since: ReadonlyMap<string, SiteRow>
}

export const isColumnSites = (sites: Sites): sites is ColumnSites => 'columns' in sites

/** Returns rows over columns; makes the columns first when the rows are whole sites. */
export const overColumns = derivedOf((sites: Sites): ColumnSites => {
  if (isColumnSites(sites)) return sites
  const columns = readColumns(columnsOf(sites.values(), () => undefined))
  return sitesOver({ columns, rows: createRows(columns) }, { since: new Map(), added: [] })
})

export function registerOver(columns: SiteColumns): Pick<Room, 'sites' | 'accounts'> {
  return {
    sites: sitesOver({ columns, rows: createRows(columns) }, { since: new Map(), added: [] }),
    accounts: accountsOver(columns, new Map()),
  }
}

export const columnsOfRoom = ({ sites, accounts }: Pick<Room, 'sites' | 'accounts'>): Uint8Array =>
  isColumnSites(sites) && sites.since.size === 0
    ? sites.columns.bytes
    : columnsOf(sites.values(), (account) => accounts.get(account))

type RowOf = (id: string) => SiteRow | undefined

/** The same row is always the same object, so that nothing is redrawn needlessly. */
function createRows(columns: SiteColumns): RowOf {
  const made = new Map<string, SiteRow>()
  return (id) => {
    const known = made.get(id)
    if (known || id === '') return known
    const at = columns.find(id)
    if (at === -1) return undefined
    const row = columns.rowAt(at)
    made.set(id, row)
    return row
  }
}

interface Base {
  readonly columns: SiteColumns
  readonly rows: RowOf
}

interface Change extends Pick<ColumnSites, 'since'> {
  /** Ids in `since` that the columns lack. */
  readonly added: readonly string[]
}

function sitesOver(base: Base, { since, added }: Change): ColumnSites {
  const { columns, rows } = base
  const get: RowOf = (id) => since.get(id) ?? rows(id)
  return {
    columns,
    since,
    size: columns.count + added.length,
    get,
    has: (id) => get(id) !== undefined,
    *values() {
      for (let at = 0; at < columns.count; at += 1)
        yield since.get(columns.idAt(at)) ?? columns.rowAt(at)
      for (const id of added) yield since.get(id) as SiteRow
    },
    merge(changed) {
      const next = new Map(since)
      const news: string[] = []
      for (const [id, row] of changed) {
        if (!next.has(id) && columns.find(id) === -1) news.push(id)
        next.set(id, rowOf(row))
      }
      return sitesOver(base, { since: next, added: [...added, ...news] })
    },
  }
}

/** Null: the account no longer leads anywhere. */
type Led = ReadonlyMap<string, string | null>

function accountsOver(columns: SiteColumns, since: Led): Accounts {
  const ledBefore = (account: string): string | undefined => {
    const at = columns.findAccount(account)
    return at === -1 ? undefined : columns.idAt(at)
  }
  const ledBy = (led: Led, account: string): string | undefined => {
    const known = led.get(account)
    return known === undefined ? ledBefore(account) : (known ?? undefined)
  }
  return {
    get: (account) => ledBy(since, account),
    has: (account) => ledBy(since, account) !== undefined,
    withMutations(change) {
      const next = new Map(since)
      const table: AccountsChange = {
        get: (account) => ledBy(next, account),
        set: (account, siteId) => next.set(account, siteId),
        delete: (account) => next.set(account, null),
      }
      change(table)
      return accountsOver(columns, next)
    },
  }
}
