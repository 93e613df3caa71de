import type { AnyEntry } from '../journal/entry'
import type { PastRows } from './projection'
import type { Cell, RecordTable } from './table'

export interface Window {
  readonly after: number
  readonly before: number
  readonly limit: number
}

export type Equals = Readonly<Record<string, Cell>>

/** The records as they were after an entry, without anything later. */
export interface RecordsReader {
  readonly upTo: number
  /** The rows that began within the window, newest first, whose columns have these values. */
  list<Row extends object>(table: RecordTable<Row>, equals: Equals, window: Window): readonly Row[]
  /** Counts the rows by their value in a column. */
  count<Row extends object>(
    table: RecordTable<Row>,
    equals: Equals,
    by: { readonly column: keyof Row & string; readonly window: Omit<Window, 'limit'> },
  ): ReadonlyMap<Cell, number>
  /** The seqs of matching entries, newest first. terms.ts describes `match`. */
  search(match: string, window: Window): readonly number[]
  get: PastRows['get']
  entry(seq: number): AnyEntry | undefined
  /** The last entry at or before an instant; 0 when there is none. */
  seqAt(at: number): number
}
