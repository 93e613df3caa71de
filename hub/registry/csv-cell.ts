import type { Column } from '../../shared/registry/columns'
import { isFormula, notRun } from '../../shared/text/csv-cell'

const numbers: ReadonlySet<Column> = new Set(['lat', 'lon'])

/** An exported cell that would be run gets a `'` in front, which an import removes. */
export const guarded = (column: Column, text: string): string =>
  numbers.has(column) ? text : notRun(text)

/** `="0042"`: how people keep the leading zeros of a number in a spreadsheet. */
const textFormula = /^="((?:[^"]|"")*)"$/

export function unguarded(text: string): string {
  const kept = textFormula.exec(text.trim())?.[1]
  if (kept !== undefined) return kept.replaceAll('""', '"')
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text
}
