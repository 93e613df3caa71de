import cidTable from '../../resources/codes/contact-id.json'
import siaTable from '../../resources/codes/sia.json'

/**
 * What the tables say of a code; the wording is ours, so are class and category (see the tables'
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

/** Contact ID (DC-05) by its three digits, e.g. 130. */
export const cidRows: ReadonlyMap<string, CidRow> = new Map(Object.entries(cidTable.codes))
/** SIA (DC-03) by its two letters, e.g. BA. */
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
