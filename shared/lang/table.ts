import { Map as PersistentMap } from 'immutable'

/**
 * Rows by id, persistent: an update returns a new table that shares all unchanged rows with the old
 * one. Keeping an earlier state (for a replay keyframe, or to take back a commit that failed) is
 * free, and changing one row among 19,000 costs about a microsecond instead of a copy.
 */
export type Table<Row> = PersistentMap<string, Row>

export function tableOf<Row>(rows: Iterable<Row>, key: (row: Row) => string): Table<Row> {
  return PersistentMap<string, Row>().withMutations((table) => {
    for (const row of rows) table.set(key(row), row)
  })
}

export const emptyTable = <Row>(): Table<Row> => PersistentMap<string, Row>()

/** Replaces a row by the result of `change`; an absent row stays absent. */
export function changeRow<Row>(
  table: Table<Row>,
  id: string,
  change: (row: Row) => Row,
): Table<Row> {
  const row = table.get(id)
  return row === undefined ? table : table.set(id, change(row))
}

export function rowsOf<Row>(table: Table<Row>): Row[] {
  return [...table.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
