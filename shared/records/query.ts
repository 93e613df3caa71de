import type { z } from 'zod'
import type { RecordsReader, Window } from './reader-port'
import type { PageOf, RecordsPage } from './request'
import type { Cell, RecordTable } from './table'

export interface RecordsQuery<Request extends PageOf, Row> {
  /** For the API documentation. */
  readonly about: string
  readonly request: z.ZodType<Request>
  readonly row: z.ZodType<Row>
  ask(request: Request, reader: RecordsReader): Pick<RecordsPage<Row>, 'rows' | 'next'>
}

/** One row more than a page, to find out whether there is another page. */
export const windowOf = (
  { from, to, before, limit }: PageOf,
  { seqAt, upTo }: RecordsReader,
): Window => ({
  after: from === undefined ? 0 : seqAt(from - 1),
  before: Math.min(before ?? upTo + 1, to === undefined ? upTo + 1 : seqAt(to) + 1, upTo + 1),
  limit: limit + 1,
})

export function pageOf<Row>(
  found: readonly Row[],
  limit: number,
  seqOf: (row: Row) => number,
): Pick<RecordsPage<Row>, 'rows' | 'next'> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last !== undefined ? seqOf(last) : null }
}

/** The rows of a table, narrowed down by columns that the request has by the same name. */
export function listQuery<Row extends { readonly seq: number }, Request extends PageOf>(
  table: RecordTable<Row>,
  {
    about,
    request,
    by,
  }: {
    readonly about: string
    readonly request: z.ZodType<Request>
    readonly by: readonly (keyof Row & keyof Request & string)[]
  },
): RecordsQuery<Request, Row> {
  return {
    about,
    request,
    row: table.schema,
    ask(asked, reader) {
      const given = by.filter((column) => asked[column] !== undefined)
      const equals = Object.fromEntries(given.map((column) => [column, asked[column] as Cell]))
      const rows = reader.list(table, equals, windowOf(asked, reader))
      return pageOf(rows, asked.limit, ({ seq }) => seq)
    },
  }
}
