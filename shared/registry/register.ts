import type { Table } from '../lang/table'
import type { Site } from '../sites/site'

/** What is registered now, and what a row is checked against. */
export interface Register {
  readonly sites: Table<Site>
  /** Account → site id. */
  readonly accounts: Table<string>
  /** Why no duress word can be kept, or null. */
  readonly secretsTrouble: string | null
}
