import type { Cell, TableShape } from '../../shared/records/table'
import type { Database, Statement } from '../sqlite'

/*
 * A table of records in SQLite. Each of its rows is one version of a record:
 *   fromSeq   the entry that made this version
 *   toSeq     the entry that made the next one; `still` while there is none
 */

/** Greater than every seq: the version is the current one. */
export const still = Number.MAX_SAFE_INTEGER

export const quoted = (name: string): string => `"${name}"`

export function createTable({ name, columns, key, listedBy, foundBy }: TableShape): string {
  const cells = columns.map((column) => `${quoted(column)} ANY`).join(', ')
  const lists = columns.includes('seq') ? [[], ...listedBy.map((column) => [column])] : []
  const indexes = [
    ...lists.map((columns) => ({
      name: ['list', ...columns].join('By'),
      // Without `toSeq`: otherwise the end of a version would be written to every index.
      on: [...columns, 'seq', 'fromSeq'].map(quoted).join(', '),
      where: columns.map((column) => `WHERE ${quoted(column)} IS NOT NULL`).join(),
    })),
    ...foundBy.map((column) => ({
      name: `findBy${column}`,
      on: quoted(column),
      where: `WHERE toSeq = ${still} AND ${quoted(column)} IS NOT NULL`,
    })),
  ]
  return `
CREATE TABLE ${quoted(name)} (
  ${cells}, fromSeq INTEGER NOT NULL, toSeq INTEGER NOT NULL,
  PRIMARY KEY (${quoted(key)}, fromSeq)
) STRICT, WITHOUT ROWID;
${indexes
  .map(
    (index) =>
      `CREATE INDEX ${quoted(`${name}.${index.name}`)} ON ${quoted(name)} (${index.on}) ${index.where};`,
  )
  .join('\n')}`
}

export const dropTable = ({ name }: TableShape): string => `DROP TABLE IF EXISTS ${quoted(name)};`

/** The words of each entry and what it is about, by seq. The texts are in the journal. */
export const createTerms = `
CREATE VIRTUAL TABLE terms USING fts5(
  words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 0'
);`
export const dropTerms = 'DROP TABLE IF EXISTS terms;'

export function preparedOnce(database: Database): (sql: string) => Statement {
  const known = new Map<string, Statement>()
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare(sql)
    known.set(sql, statement)
    return statement
  }
}

export const selectOf = ({ name, columns }: TableShape): string =>
  `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`

export const plainRow = <Row extends object>(row: unknown): Row => ({ ...(row as Row) })

export type Bound = readonly Cell[]
