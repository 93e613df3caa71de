import type { Equals, RecordsReader, Window } from '../../shared/records/reader-port'
import type { RecordTable, TableShape } from '../../shared/records/table'
import type { Database } from '../sqlite'
import { readForList } from './entry-head'
import { plainRow, preparedOnce, quoted, selectOf } from './table-sql'

export interface JournalBeside {
  body(seq: number): { readonly body: string; readonly hash: string } | undefined
  seqAt(at: number): number
}

/** Reads records as they were after an entry, over any connection to their file. */
export function createRecordsReader(
  database: Database,
  journal: JournalBeside,
): (upTo: number) => RecordsReader {
  const prepared = preparedOnce(database)
  const search = 'SELECT rowid AS seq FROM terms WHERE terms MATCH ? AND rowid > ? AND rowid < ?'
  return (upTo) => ({
    upTo,
    seqAt: (at) => Math.min(upTo, journal.seqAt(at)),
    entry(seq) {
      const found = seq <= upTo ? journal.body(seq) : undefined
      return found && readForList(found.body, found.hash)
    },
    list<Row extends object>(table: RecordTable<Row>, equals: Equals, window: Window) {
      const { sql, values } = within(table, equals, window)
      const statement = prepared(`${selectOf(table)} ${sql} ORDER BY seq DESC LIMIT ?`)
      return statement.all(...values, upTo, upTo, window.limit).map((row) => plainRow<Row>(row))
    },
    count(table, equals, { column, window }) {
      const { sql, values } = within(table, equals, window)
      const rows = prepared(
        `SELECT ${quoted(column)} AS value, count(*) AS count FROM ${quoted(table.name)} ${sql} GROUP BY 1`,
      ).all(...values, upTo, upTo) as { value: string | number | null; count: number }[]
      return new Map(rows.map(({ value, count }) => [value, count]))
    },
    search: (match, { after, before, limit }) =>
      (
        prepared(`${search} ORDER BY rowid DESC LIMIT ?`).all(match, after, before, limit) as {
          seq: number
        }[]
      ).map(({ seq }) => seq),
    get(table, key) {
      const row = prepared(
        `${selectOf(table)} WHERE ${quoted(table.key)} = ? AND fromSeq <= ? AND toSeq > ?`,
      ).get(key, upTo, upTo)
      return row === undefined ? undefined : plainRow(row)
    },
  })
}

/**
 * The first given column chooses the index that is walked. A plus hides the others from the
 * planner, which does not know how selective they are.
 */
function within({ name }: TableShape, equals: Equals, { after, before }: Omit<Window, 'limit'>) {
  const [first, ...others] = Object.keys(equals)
  const index = quoted(`${name}.${first === undefined ? 'list' : `listBy${first}`}`)
  const conditions = [
    ...(first === undefined ? [] : [`${quoted(first)} = ?`]),
    ...others.map((column) => `+${quoted(column)} = ?`),
    ...['seq > ?', 'seq < ?', 'fromSeq <= ?', 'toSeq > ?'],
  ]
  return {
    sql: `INDEXED BY ${index} WHERE ${conditions.join(' AND ')}`,
    values: [...Object.values(equals), after, before],
  }
}
