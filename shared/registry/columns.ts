/**
 * The columns of a site register, in the order they are exported. Documented one by one for the
 * administrator in docs/registry.md; a GeoJSON feature carries the same names as properties (its
 * point stands for `lat` and `lon`).
 */
export const columns = [
  'account',
  'site_id',
  'name',
  'category',
  'purpose',
  'address',
  'town',
  'lat',
  'lon',
  'zones',
  'contacts',
  'duress_words',
  'hazards',
  'response_plan',
  'schedule',
  'schedule_grace',
  'schedule_utc_offset',
  'interval',
  'tolerances',
  'encryption',
  'text_encoding',
  'further_accounts',
] as const
export type ExportedColumn = (typeof columns)[number]

/**
 * `id` is what earlier exports called `site_id`. It is also what map programs and databases call a number of their own,
 * renumbered whenever they like: see `siteAbout`.
 */
export type Column = ExportedColumn | 'id'

/**
 * What a row says, by column. A column that is not there keeps what the site has; an empty cell
 * clears it.
 */
export type Cells = ReadonlyMap<Column, string>

const known: ReadonlySet<string> = new Set([...columns, 'id'])

/**
 * The column of that name, however it is spelled: `Response plan`, `RESPONSE-PLAN` and
 * `response_plan` are one.
 */
export function columnNamed(name: string): Column | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return known.has(plain) ? (plain as Column) : null
}

export interface Heading {
  /** By position; null where nobody knows the column. */
  readonly columns: readonly (Column | null)[]
  /** Unknown column names, as they appear in the file. */
  readonly unknown: readonly string[]
}

/**
 * More cells than this in the first line mean that it is no heading, or that the file is no table.
 */
const mostColumns = 200

/** Reads a table's heading, or says why the table cannot be read by it. */
export function readHeading(cells: readonly string[]): Heading | { readonly fault: string } {
  if (cells.length > mostColumns)
    return { fault: `The first line has ${cells.length} columns; it must name them` }
  const found = cells.map(columnNamed)
  const twice = found.find((column, at) => column !== null && found.indexOf(column) !== at)
  if (twice) return { fault: `The column ${twice} stands in the first line twice` }
  if (!found.includes('account'))
    return { fault: `There is no column "account". ${firstLineMust} It has: ${quoted(cells)}` }
  return {
    columns: found,
    unknown: cells.filter((name, at) => found[at] === null && name.trim() !== ''),
  }
}

const firstLineMust = 'The first line must name the columns.'

const quoted = (cells: readonly string[]): string =>
  cells
    .slice(0, 10)
    .map((cell) => `"${cell.slice(0, 40)}"`)
    .join(', ')
