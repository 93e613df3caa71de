import type { Column } from '../../shared/registry/columns'

/**
 * Spreadsheets take a cell that begins with one of these for a formula and would run it. An
 * exported cell of that kind gets a `'` in front, which an import removes.
 */
const formula = /^'*[=+\-@\t\r]/
const numbers: ReadonlySet<Column> = new Set(['lat', 'lon'])

export const guarded = (column: Column, text: string): string =>
  formula.test(text) && !numbers.has(column) ? `'${text}` : text

/** `="0042"`: how people keep the leading zeros of a number in a spreadsheet. */
const textFormula = /^="((?:[^"]|"")*)"$/

export function unguarded(text: string): string {
  const kept = textFormula.exec(text.trim())?.[1]
  if (kept !== undefined) return kept.replaceAll('""', '"')
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

/** Writes a cell for a table, in quotation marks when its text could be misread. */
export const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
