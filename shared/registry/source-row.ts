import type { Cells } from './columns'

/** Where in a file a row stands. */
export interface RowPlace {
  /** The line in which it begins, counted from 1 as editors do. */
  readonly line: number
  /** Of GeoJSON: which feature, counted from 1. */
  readonly feature?: number
}

/** A row of a register as it was read, or why it could not be. */
export type SourceRow = RowPlace & ({ readonly cells: Cells } | { readonly unread: string })
