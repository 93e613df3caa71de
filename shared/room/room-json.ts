import type { Table } from '../lang/table'
import type { WholeRoom } from './room'

/** What follows from other rows of the room, and is not written. */
type Index = 'accounts' | 'openAlarms' | 'openIncidents' | 'bundleAt'

/**
 * A room as plain JSON, each table as its rows. Of the indexes only what the rows do not tell is
 * there: `contested` are accounts that lead to another site than one which names them (or to none),
 * as in the middle of an import.
 */
export type RoomJson = {
  readonly [Name in Exclude<keyof WholeRoom, Index>]: WholeRoom[Name] extends Table<infer Row>
    ? readonly Row[]
    : WholeRoom[Name]
} & { readonly contested: readonly (readonly [account: string, siteId: string | null])[] }
