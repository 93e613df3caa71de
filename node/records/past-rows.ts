import type { PastRows } from '../../shared/records/projection'
import type { RecordTable, TableShape } from '../../shared/records/table'
import type { Database, Statement } from '../sqlite'
import { preparedOnce, quoted, selectOf, still } from './table-sql'

/** The current rows, as far as the entries taken so far have brought them. */
export function createPastRows(database: Database): PastRows {
  const prepared = preparedOnce(database)
  /** By table and column, so that no SQL is built for each of a million entries. */
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
    // SQLite's rows have no prototype. A projection neither needs one nor keeps the row.
    get: <Row extends object>(table: RecordTable<Row>, key: string) =>
      statement(table, table.key).get(key) as Row | undefined,
    where: <Row extends object>(table: RecordTable<Row>, column: string, value: string) =>
      statement(table, column).all(value) as readonly Row[],
  }
}
