import { siteOf } from '../sites/account'
import type { Site } from '../sites/site'
import { accountsOf } from '../sites/site'
import { type CheckedRow, checkRow } from './check-row'
import type { Register } from './register'
import { nameOf } from './site-about'
import type { RowPlace } from './source-row'

export interface RowSaying extends RowPlace {
  readonly account: string | null
  readonly text: string
}

export type PlannedChange = CheckedRow & { readonly site: Site }

export interface ImportPlan {
  readonly changes: readonly PlannedChange[]
  readonly counts: {
    readonly new: number
    readonly changed: number
    readonly unchanged: number
    readonly bad: number
  }
  readonly bad: readonly RowSaying[]
  readonly warnings: readonly RowSaying[]
}

/** Rows between two pauses; each row takes well below a microsecond. */
const stride = 1_000

/**
 * Checks the rows against each other and against the register: no account may lead to two sites,
 * and no site may stand in two rows. It yields now and then, so that its caller can do other work,
 * and returns the plan.
 */
export function* planImport(
  rows: readonly CheckedRow[],
  register: Register,
): Generator<void, ImportPlan> {
  const reasons = new Map<CheckedRow, string>()
  const refuse = (row: CheckedRow, reason: string) => {
    // A row that is already bad is not checked for clashing accounts: once corrected, it may name
    // another account.
    if (row.reasons.length === 0 && !reasons.has(row)) reasons.set(row, reason)
  }
  const { byAccount, bySite } = yield* claims(rows, refuse)
  const goodAt = (siteId: string) => {
    const row = bySite.get(siteId)
    return row && row.reasons.length === 0 && !reasons.has(row) ? row : undefined
  }
  for (const [at, row] of rows.entries()) {
    if (at % stride === 0) yield
    if (!row.site || reasons.has(row)) continue
    for (const account of accountsOf(row.site)) {
      const owner = siteOf(register, account)
      if (owner && owner.id !== row.site.id && !leaves(goodAt(owner.id), account))
        refuse(row, `account ${account} belongs to ${nameOf(owner)}`)
    }
  }
  yield* refuseWhatStaysTaken(rows, reasons, byAccount, refuse)
  return yield* sumUp(rows, reasons, register)
}

const leaves = (row: CheckedRow | undefined, account: string): boolean =>
  row?.site != null && !accountsOf(row.site).includes(account)

type Refuse = (row: CheckedRow, reason: string) => void

/** The first row to name an account or a site claims it; any later row that names it is refused. */
function* claims(rows: readonly CheckedRow[], refuse: Refuse) {
  const byAccount = new Map<string, CheckedRow>()
  const bySite = new Map<string, CheckedRow>()
  for (const [at, row] of rows.entries()) {
    if (at % stride === 0) yield
    const named = row.site ? accountsOf(row.site) : row.account === null ? [] : [row.account]
    for (const account of named) {
      const first = byAccount.get(account)
      if (first) refuse(row, `account ${account} stands in line ${first.place.line} already`)
      else byAccount.set(account, row)
    }
    const id = row.site?.id ?? row.before?.id
    const first = id === undefined ? undefined : bySite.get(id)
    if (id === undefined) continue
    if (first) refuse(row, `the site ${id} stands in line ${first.place.line} already`)
    else bySite.set(id, row)
  }
  return { byAccount, bySite }
}

/**
 * A refused row leaves its site, and so its account, as it is. A row that counted on that account
 * is refused too.
 */
function* refuseWhatStaysTaken(
  rows: readonly CheckedRow[],
  reasons: ReadonlyMap<CheckedRow, string>,
  byAccount: ReadonlyMap<string, CheckedRow>,
  refuse: Refuse,
) {
  const staying = rows.filter((row) => row.before && (row.reasons.length > 0 || reasons.has(row)))
  for (let at = 0; at < staying.length; at += 1) {
    if (at % stride === 0) yield
    const before = staying[at]?.before
    if (!before) continue
    for (const account of accountsOf(before)) {
      const row = byAccount.get(account)
      if (!row?.site || row.site.id === before.id || reasons.has(row)) continue
      refuse(row, `account ${account} belongs to ${nameOf(before)}`)
      if (row.before) staying.push(row)
    }
  }
}

function* sumUp(
  rows: readonly CheckedRow[],
  refused: ReadonlyMap<CheckedRow, string>,
  register: Register,
): Generator<void, ImportPlan> {
  const changes: PlannedChange[] = []
  const bad: RowSaying[] = []
  const warnings: RowSaying[] = []
  const counts = { new: 0, changed: 0, unchanged: 0, bad: 0 }
  const resembling = lookalikes(rows, register)
  for (const [at, row] of rows.entries()) {
    if (at % stride === 0) yield
    const { place, account, site } = row
    const reasons = [...row.reasons, ...(refused.has(row) ? [refused.get(row)] : [])]
    if (reasons.length > 0 || !site) {
      bad.push({ ...place, account, text: reasons.join('; ') })
      counts.bad += 1
      continue
    }
    if (row.changes) changes.push({ ...row, site })
    counts[row.changes ? (row.before ? 'changed' : 'new') : 'unchanged'] += 1
    const had = row.before ? accountsOf(row.before) : []
    const added = accountsOf(site).filter((other) => !had.includes(other))
    const notes = [...row.notes, ...added.flatMap(resembling)]
    for (const text of notes) warnings.push({ ...place, account, text })
  }
  return {
    changes: takersFirst(changes, register),
    counts,
    bad,
    warnings: [...foreignIds(rows, refused), ...warnings],
  }
}

/** Reports a column of another program's numbers once for the file, however many rows it has. */
function foreignIds(
  rows: readonly CheckedRow[],
  refused: ReadonlyMap<CheckedRow, string>,
): RowSaying[] {
  const foreign = rows.filter((row) => row.site && row.foreignId !== null && !refused.has(row))
  const [first] = foreign
  if (!first) return []
  const rest =
    foreign.length === 1 ? 'this row was' : `${foreign.length.toLocaleString('en')} rows were`
  const text = `id: "${first.foreignId?.slice(0, 40)}" is not the id of this site in the register; ${rest} taken by the account. A site's own id stands in the column site_id`
  return [{ ...first.place, account: first.account, text }]
}

/**
 * Spreadsheets drop leading zeros. Says so when a new account differs from a known one only by
 * these.
 */
function lookalikes(rows: readonly CheckedRow[], { accounts }: Register) {
  const beside = newInFile(rows)
  const known = new Map([...accounts.keys()].map((account) => [withoutZeros(account), account]))
  return (account: string): string[] => {
    const other = known.get(withoutZeros(account))
    const longer = beside.get(withoutZeros(account))
    if (longer !== undefined && longer.length > account.length)
      return [
        `account ${account} is new, and ${longer} stands in this file too: has a spreadsheet dropped zeros?`,
      ]
    return other === undefined || other === account
      ? []
      : [
          `account ${account} is new, and ${other} is known: has a spreadsheet dropped or added zeros?`,
        ]
  }
}

/** The longest new account of the file for each number without its leading zeros. */
function newInFile(rows: readonly CheckedRow[]): ReadonlyMap<string, string> {
  const longest = new Map<string, string>()
  for (const { site, before } of rows) {
    if (!site) continue
    const had = before ? accountsOf(before) : []
    for (const account of accountsOf(site)) {
      const digits = withoutZeros(account)
      if (!had.includes(account) && account.length > (longest.get(digits)?.length ?? 0))
        longest.set(digits, account)
    }
  }
  return longest
}

const withoutZeros = (account: string): string => account.replace(/^0+(?=.)/, '')

/**
 * Puts sites that take over another's account first, so that the account always leads to a site and
 * no alarm on it is without an owner.
 */
function takersFirst(changes: readonly PlannedChange[], { accounts }: Register): PlannedChange[] {
  const takes = ({ site }: PlannedChange) =>
    accountsOf(site).some((account) => (accounts.get(account) ?? site.id) !== site.id)
  const takers = new Set(changes.filter(takes))
  return takers.size === 0
    ? [...changes]
    : [...takers, ...changes.filter((change) => !takers.has(change))]
}

/**
 * Makes a planned change against what is registered now, which may have changed since the plan;
 * gives reasons when it no longer fits. `planned` holds all changes by site: one may take an
 * account that another gives up.
 */
export function stillFits(
  change: PlannedChange,
  register: Register,
  planned: ReadonlyMap<string, PlannedChange>,
): CheckedRow {
  const row = asOfNow(change, register)
  if (!row.site) return row
  const { id } = row.site
  for (const account of accountsOf(row.site)) {
    const owner = siteOf(register, account)
    if (!owner || owner.id === id) continue
    const other = planned.get(owner.id)
    if (!other || !leaves(asOfNow(other, register), account))
      return { ...row, reasons: [`account ${account} was given to ${nameOf(owner)} meanwhile`] }
  }
  return row
}

const asOfNow = (change: PlannedChange, register: Register): CheckedRow =>
  register.sites.get(change.site.id) === change.before ? change : checkRow(change.row, register)
