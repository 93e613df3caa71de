import type { Line, Site } from './site'

/**
 * What everybody needs of a site: to draw it, find it and judge by it. Its card has whom to call,
 * what endangers a crew and how its accounts are received.
 */
export type SiteRow = Pick<
  Site,
  | 'id'
  | 'account'
  | 'name'
  | 'category'
  | 'address'
  | 'town'
  | 'location'
  | 'zones'
  | 'responsePlan'
> & { readonly lines?: readonly Pick<Line, 'account'>[] | undefined }

export interface Sites {
  readonly size: number
  get(id: string): SiteRow | undefined
  has(id: string): boolean
  values(): Iterable<SiteRow>
  merge(rows: Iterable<[string, SiteRow]>): Sites
}

export interface Accounts {
  get(account: string): string | undefined
  has(account: string): boolean
  withMutations(change: (table: AccountsChange) => void): Accounts
}

export interface AccountsChange {
  get(account: string): string | undefined
  set(account: string, siteId: string): unknown
  delete(account: string): unknown
}
