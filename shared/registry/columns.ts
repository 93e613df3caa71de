/**
 * The columns of a site register in export order. docs/registry.md explains each to the
 * administrator. A GeoJSON feature has the same names as properties; its point replaces `lat` and
 * `lon`.
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
  'access_notes',
  'key_holders',
  'pictures',
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
 * Earlier exports called `site_id` just `id`. Map programs and databases use that name for a number
 * of their own, which they renumber at will: see `siteAbout`.
 */
export type Column = ExportedColumn | 'id'

/**
 * What a row says, by column. A missing column keeps what the site has; an empty cell clears it.
 */
export type Cells = ReadonlyMap<Column, string>

const known: ReadonlySet<string> = new Set([...columns, 'id'])

/**
 * Spelling does not matter: `Response plan`, `RESPONSE-PLAN` and `response_plan` are one column.
 */
export function columnNamed(name: string): Column | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return known.has(plain) ? (plain as Column) : null
}

export interface Heading {
  /** By position; null for an unknown column. */
  readonly columns: readonly (Column | null)[]
  readonly unknown: readonly string[]
}

/** A first line with more cells than this is no heading, or the file is no table. */
const mostColumns = 200

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
