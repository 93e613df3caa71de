import { emptyTable, tableOf } from '../lang/table'
import { checkRow } from '../registry/check-row'
import type { Cells, Column } from '../registry/columns'
import { type ImportPlan, planImport } from '../registry/plan-import'
import type { Register } from '../registry/register'
import type { SourceRow } from '../registry/source-row'
import { accountsOf, type Site } from '../sites/site'
import { site } from './builders'

export const registerOf = (
  sites: readonly Site[],
  secretsTrouble: string | null = null,
): Register => ({
  sites: tableOf(sites, ({ id }) => id),
  accounts: emptyTable<string>().withMutations((table) => {
    for (const row of sites) for (const account of accountsOf(row)) table.set(account, row.id)
  }),
  secretsTrouble,
})

export type Row = Partial<Record<Column, string>>
export const cells = (row: Row): Cells => new Map(Object.entries(row) as [Column, string][])
/** Rows stand from line 2 on, below the heading. */
export const rows = (...given: Row[]): SourceRow[] =>
  given.map((row, at) => ({ line: at + 2, cells: cells(row) }))

export function plan(given: readonly SourceRow[], register: Register): ImportPlan {
  const work = planImport(
    given.map((row) => checkRow(row, register)),
    register,
  )
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

export const bank = site('site-1', { account: '1A2B', name: 'Bank' })
export const shop = site('site-2', { account: '1A2C', name: 'Shop' })
export const complete: Row = {
  account: '1A2D',
  name: 'Mill',
  category: 'residential',
  lat: '38,86',
  lon: '65.79',
}
export const said = (bad: ImportPlan['bad']) => bad.map(({ line, text }) => `${line}: ${text}`)

/** What becomes of one row about the bank. */
export function changed(row: Row, before: Site = bank) {
  const { changes, bad, warnings } = plan(
    rows({ account: before.account, ...row }),
    registerOf([before]),
  )
  if (bad.length > 0) throw new Error(said(bad).join())
  return {
    site: changes[0]?.site,
    words: changes[0]?.words,
    notes: warnings.map(({ text }) => text),
  }
}
export const refusal = (
  row: Row,
  before: readonly Site[] = [bank],
  trouble: string | null = null,
) => said(plan(rows({ account: '1A2B', ...row }), registerOf(before, trouble)).bad)[0]
