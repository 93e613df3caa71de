import { notRun, quoted } from '../text/csv-cell'

/** A table as RFC 4180 says, with the mark by which spreadsheets recognise UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const cell = (value: string | number): string =>
  typeof value === 'number' ? String(value) : quoted(notRun(value))
