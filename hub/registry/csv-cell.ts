import type { Column } from '../../shared/registry/columns'

/**
 * Spreadsheets take a cell that begins with one of these for a formula, and would carry it out. An
 * exported one gets a
 * `'` in front, which an import takes away again.
 */
const formula = /^'*[=+\-@\t\r]/
const numbers: ReadonlySet<Column> = new Set(['lat', 'lon'])

export const guarded = (column: Column, text: string): string =>
  formula.test(text) && !numbers.has(column) ? `'${text}` : text

/** `="0042"`: how people keep the zeros of a number in a spreadsheet. */
const textFormula = /^="((?:[^"]|"")*)"$/

export function unguarded(text: string): string {
  const kept = textFormula.exec(text.trim())?.[1]
  if (kept !== undefined) return kept.replaceAll('""', '"')
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

/** A cell as it stands in a table: in quotation marks when something in it would be mistaken. */
export const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
