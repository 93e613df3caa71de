import type { Table } from '../lang/table'
import type { WholeRoom } from './room'

/** These follow from other rows of the room and are not written. */
type Index = 'accounts' | 'openAlarms' | 'openIncidents' | 'bundleAt'

/**
 * A room as plain JSON, each table as its rows. It holds only what the rows do not tell of the
 * indexes: `contested` are accounts that lead to another site than the one that names them (or to
 * none), as in the middle of an import.
 */
export type RoomJson = {
  readonly [Name in Exclude<keyof WholeRoom, Index>]: WholeRoom[Name] extends Table<infer Row>
    ? readonly Row[]
    : WholeRoom[Name]
} & { readonly contested: readonly (readonly [account: string, siteId: string | null])[] }
