import type { AnyEntry } from '../journal/entry'
import type { Cell, RecordTable, TableShape } from './table'

/** The rows as of the entries so far: all that a projection may look at. */
export interface PastRows {
  get<Row extends object>(table: RecordTable<Row>, key: string): Row | undefined
  where<Row extends object>(
    table: RecordTable<Row>,
    column: keyof Row & string,
    value: string,
  ): readonly Row[]
}

export type RecordChange =
  /** A new row, or the next version of the one with its key. */
  | { readonly table: TableShape; readonly row: Readonly<Record<string, Cell>> }
  /** What the entry is found by in a search. */
  | { readonly terms: string }

export const put = <Row extends object>(table: RecordTable<Row>, row: Row): RecordChange => ({
  table,
  row: row as Readonly<Record<string, Cell>>,
})

/**
 * Reads entries into rows: a pure function of the entry and of its own rows. No decision depends on
 * records, so they may be behind, and can be rebuilt from the journal at any time. `Seen` are the
 * entries it reads rows from; it also gets all others, and ignores them.
 */
export interface Projection<Seen extends AnyEntry = AnyEntry> {
  /** Names the projection in files. */
  readonly name: string
  /** Increase it with every change that would make different rows from the same journal. */
  readonly version: number
  /** Its own; no other projection reads or writes them. */
  readonly tables: readonly TableShape[]
  /** Whether it gives terms to the index of words. */
  readonly givesTerms?: true
  project(entry: Seen, past: PastRows): readonly RecordChange[]
}
