import type { Table } from '../lang/table'
import type { Site } from '../sites/site'

export interface Register {
  readonly sites: Table<Site>
  /** Account → site id. */
  readonly accounts: Table<string>
  /** Why duress words cannot be kept, or null. */
  readonly secretsTrouble: string | null
}
