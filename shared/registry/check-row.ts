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
  /** Kept so that it can be read again when the register has changed. */
  readonly row: SourceRow
  readonly account: string | null
  readonly reasons: readonly string[]
  readonly notes: readonly string[]
  /** An `id` in the row that is not an id of this register. */
  readonly foreignId: string | null
  readonly before: Site | undefined
  readonly site: Site | null
  readonly changes: boolean
  readonly words: readonly WordChange[]
}

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
  const read = readSite(
    cells,
    { id, account, sent: register.pictures ?? new Map() },
    before && tidySite(before),
  )
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

/** A site that moves to another account takes its history along, so the move must be intended. */
const moved = (before: Site | undefined, account: string): string[] =>
  before && before.account !== account
    ? [`site_id: ${nameOf(before)} goes to account ${account}, and its history with it`]
    : []
