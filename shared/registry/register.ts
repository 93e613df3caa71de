import type { Table } from '../lang/table'
import type { Site } from '../sites/site'
import type { SentPictures } from './picture-cells'

export interface Register {
  readonly sites: Table<Site>
  /** Account → site id. */
  readonly accounts: Table<string>
  /** Pictures that were sent to the hub, by the names of their files. */
  readonly pictures?: SentPictures
  /** Why duress words cannot be kept, or null. */
  readonly secretsTrouble: string | null
}
