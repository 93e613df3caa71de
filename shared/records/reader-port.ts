import type { AnyEntry } from '../journal/entry'
import type { PastRows } from './projection'
import type { Cell, RecordTable } from './table'

/** Which part of the past is meant, newest first: seqs in `(after, before)`. */
export interface Window {
  readonly after: number
  readonly before: number
  readonly limit: number
}

/** What columns of the rows must be; the most telling one first. */
export type Equals = Readonly<Record<string, Cell>>

/** The records as they were after an entry; everything later is as if it had not been. */
export interface RecordsReader {
  readonly upTo: number
  /** The rows that began within the window, newest first, whose columns have these values. */
  list<Row extends object>(table: RecordTable<Row>, equals: Equals, window: Window): readonly Row[]
  /** How many of the rows have which value in a column. */
  count<Row extends object>(
    table: RecordTable<Row>,
    equals: Equals,
    by: { readonly column: keyof Row & string; readonly window: Omit<Window, 'limit'> },
  ): ReadonlyMap<Cell, number>
  /** The entries that match, newest first, by their seqs. See terms.ts for what is asked. */
  search(match: string, window: Window): readonly number[]
  get: PastRows['get']
  entry(seq: number): AnyEntry | undefined
  /** The last entry at or before an instant; 0 when there is none. */
  seqAt(at: number): number
}
