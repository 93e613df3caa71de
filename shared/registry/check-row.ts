import type { Table } from '../lang/table'
import type { Site } from '../sites/site'
import { readAccount } from './cell-texts'
import type { WordChange } from './duress-cell'
import { isFault } from './fault'
import { placeNote } from './place-note'
import { readSite } from './read-site'
import { seenCells } from './seen-cells'
import type { RowPlace, SourceRow } from './source-row'
import { tidySite } from './tidy-site'

/** What is registered now, and what a row is checked against. */
export interface Register {
  readonly sites: Table<Site>
  /** Account → site id. */
  readonly accounts: Table<string>
  /** Why no duress word can be kept, or null. */
  readonly secretsTrouble: string | null
}

export interface CheckedRow {
  readonly place: RowPlace
  /** The row itself, to be read again should the register have changed. */
  readonly row: SourceRow
  /** The account it names, when it can be read. */
  readonly account: string | null
  /** Why it is bad; empty when it is good. */
  readonly reasons: readonly string[]
  readonly notes: readonly string[]
  /** The site as it is registered now; undefined for a new one. */
  readonly before: Site | undefined
  /** The site as it is to be; null when the row is bad. */
  readonly site: Site | null
  /** See `ReadSite`. */
  readonly changes: boolean
  readonly words: readonly WordChange[]
}

/** The id of a new site that is given none: the same file makes the same sites wherever it is read. */
export const idOfAccount = (account: string): string => `site-${account}`

/** Checks one row by itself: what it says, and which site it is about. */
export function checkRow(row: SourceRow, register: Register): CheckedRow {
  const place = placeOf(row)
  const bad = (reasons: readonly string[], account: string | null = null): CheckedRow => ({
    ...{ place, row, account, reasons, notes: [], before: undefined, site: null, changes: false, words: [] },
  })
  if ('unread' in row) return bad([row.unread])
  const { cells, notes } = seenCells(row.cells)
  const account = readAccount(cells.get('account') ?? '')
  if (isFault(account)) return bad([`account: ${account.fault}`])
  const about = siteAbout(account, cells.get('id')?.trim() ?? '', register)
  if ('reason' in about) return bad([about.reason], account)
  const { id, before } = about
  const read = readSite(cells, { id, account }, before && tidySite(before))
  const reasons = [...read.reasons]
  if (read.words.length > 0 && register.secretsTrouble !== null)
    reasons.push(`duress_words: ${register.secretsTrouble}`)
  if (reasons.length > 0) return { ...bad(reasons, account), before }
  const odd = placeNote(read.site.location)
  return {
    place,
    row,
    account,
    reasons,
    notes: [...notes, ...read.notes, ...(odd === null ? [] : [odd])],
    before,
    site: read.site,
    changes: read.changes,
    words: read.words,
  }
}

const placeOf = ({ line, feature }: SourceRow): RowPlace => ({ line, ...(feature !== undefined && { feature }) })

type About = { readonly id: string; readonly before: Site | undefined } | { readonly reason: string }

/** By its id when it has one that is known, otherwise by its account. */
function siteAbout(account: string, id: string, { sites, accounts }: Register): About {
  const named = id === '' ? undefined : sites.get(id)
  if (named) return { id, before: named }
  const owner = sites.get(accounts.get(account) ?? '')
  if (!owner) {
    const newId = id === '' ? idOfAccount(account) : id
    const taken = sites.get(newId)
    if (!taken) return { id: newId, before: undefined }
    return { reason: `account: ${account} would make the site ${newId}, which is ${nameOf(taken)}; give it another id` }
  }
  if (owner.account !== account) return { reason: `account: ${account} is a further account of ${nameOf(owner)}` }
  if (id !== '') return { reason: `id: ${account} is the account of ${nameOf(owner)}, whose id is ${owner.id}` }
  return { id: owner.id, before: owner }
}

/** A site as a sentence about the register names it. */
export const nameOf = ({ name, account }: Site): string => `"${name}" (account ${account})`
