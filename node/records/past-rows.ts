import type { PastRows } from '../../shared/records/projection'
import type { TableShape } from '../../shared/records/table'
import type { Database, Statement } from '../sqlite'
import { plainRow, preparedOnce, quoted, selectOf, still } from './table-sql'

/** The rows of now, as far as the entries taken so far have brought them. */
export function createPastRows(database: Database): PastRows {
  const prepared = preparedOnce(database)
  /** By table and column, so that no SQL is put together for each of a million entries. */
  const statements = new Map<TableShape, Map<string, Statement>>()
  const statement = (table: TableShape, column: string): Statement => {
    const ofTable = statements.get(table) ?? new Map<string, Statement>()
    statements.set(table, ofTable)
    const known =
      ofTable.get(column) ??
      prepared(`${selectOf(table)} WHERE ${quoted(column)} = ? AND toSeq = ${still}`)
    ofTable.set(column, known)
    return known
  }
  return {
    get(table, key) {
      const row = statement(table, table.key).get(key)
      return row === undefined ? undefined : plainRow(row)
    },
    where: (table, column, value) =>
      statement(table, column)
        .all(value)
        .map((row) => plainRow(row)),
  }
}
