import cidTable from '../../resources/codes/contact-id.json'
import siaTable from '../../resources/codes/sia.json'

/**
 * What the tables say about a code. The wording, class and category are ours (see the tables'
 * `about`).
 */
export interface CodeRow {
  readonly meaning: string
  readonly category: string
  readonly class: string
  /** The site is also opened, whatever else the code says: a disarming under duress. */
  readonly also_opens?: boolean
}
interface CidRow extends CodeRow {
  readonly ccc: string
}
interface SiaRow extends CodeRow {
  readonly address: string
}

export const cidRows: ReadonlyMap<string, CidRow> = new Map(Object.entries(cidTable.codes))
export const siaRows: ReadonlyMap<string, SiaRow> = new Map(Object.entries(siaTable.codes))

/**
 * Whether the last three digits name a user; a code not in the table is taken to name a zone, as
 * most do.
 */
export const cidNamesUser = (code: string): boolean => cidRows.get(code)?.ccc === 'user'

/**
 * What the number behind a SIA code names (`zone`, `user`, `area`, …); `zone` for a code not in the
 * table.
 */
export const siaAddressOf = (code: string): string => siaRows.get(code)?.address ?? 'zone'
