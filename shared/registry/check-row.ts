import type { Site } from '../sites/site'
import { readAccount } from './cell-texts'
import type { WordChange } from './duress-cell'
import { isFault } from './fault'
import { placeNote } from './place-note'
import { readSite } from './read-site'
import type { Register } from './register'
import { seenCells } from './seen-cells'
import { nameOf, siteAbout } from './site-about'
import type { RowPlace, SourceRow } from './source-row'
import { tidySite } from './tidy-site'

export interface CheckedRow {
  readonly place: RowPlace
  /** The row itself, to be read again if the register has changed. */
  readonly row: SourceRow
  /** The account it names, when it can be read. */
  readonly account: string | null
  /** Why it is bad; empty when it is good. */
  readonly reasons: readonly string[]
  readonly notes: readonly string[]
  /** What it gives as `id` that is no id of this register; null when there is none. */
  readonly foreignId: string | null
  /** The site as it is registered now; undefined for a new one. */
  readonly before: Site | undefined
  /** The site as it is to be; null when the row is bad. */
  readonly site: Site | null
  /** See `ReadSite`. */
  readonly changes: boolean
  readonly words: readonly WordChange[]
}

/** Checks one row on its own: what it says, and which site it is about. */
export function checkRow(row: SourceRow, register: Register): CheckedRow {
  const place = placeOf(row)
  const bad = (reasons: readonly string[], account: string | null = null): CheckedRow => ({
    ...{ place, row, account, reasons, notes: [], foreignId: null },
    ...{ before: undefined, site: null, changes: false, words: [] },
  })
  if ('unread' in row) return bad([row.unread])
  const { cells, notes } = seenCells(row.cells)
  const account = readAccount(cells.get('account') ?? '')
  if (isFault(account)) return bad([`account: ${account.fault}`])
  const about = siteAbout(account, cells, register)
  if ('reason' in about) return bad([about.reason], account)
  const { id, before, foreignId } = about
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
    notes: [...notes, ...moved(before, account), ...read.notes, ...(odd === null ? [] : [odd])],
    foreignId,
    before,
    site: read.site,
    changes: read.changes,
    words: read.words,
  }
}

const placeOf = ({ line, feature }: SourceRow): RowPlace => ({
  line,
  ...(feature !== undefined && { feature }),
})

/** A site that moves to another account takes its history along, so that must be intended. */
const moved = (before: Site | undefined, account: string): string[] =>
  before && before.account !== account
    ? [`site_id: ${nameOf(before)} goes to account ${account}, and its history with it`]
    : []
