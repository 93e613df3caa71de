import type { Cells } from './columns'

export interface RowPlace {
  /** The line where the row begins, counted from 1. */
  readonly line: number
  /** GeoJSON only: the feature's number, counted from 1. */
  readonly feature?: number
}

export type SourceRow = RowPlace & ({ readonly cells: Cells } | { readonly unread: string })
