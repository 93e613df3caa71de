import type { PastRows, Projection } from '../records/projection'
import type { Cell } from '../records/table'
import type { Entry } from '../room/events'

type Row = Readonly<Record<string, Cell>>

/** Records without a database: the current rows, for tests of projections alone. */
export function rowsInMemory(projections: readonly Projection[], entries: Iterable<Entry>) {
  const tables = new Map<string, Map<Cell, Row>>()
  const terms = new Map<number, string>()
  const rowsOf = (name: string): Map<Cell, Row> => {
    const rows = tables.get(name) ?? new Map<Cell, Row>()
    tables.set(name, rows)
    return rows
  }
  const past: PastRows = {
    get: (table, key) => rowsOf(table.name).get(key) as never,
    where: (table, column, value) =>
      [...rowsOf(table.name).values()].filter((row) => row[column] === value) as never,
  }
  for (const entry of entries)
    for (const projection of projections)
      for (const change of projection.project(entry, past))
        if ('terms' in change) terms.set(entry.seq, change.terms)
        else rowsOf(change.table.name).set(change.row[change.table.key] ?? null, change.row)
  return { rows: (name: string) => [...rowsOf(name).values()], past, terms }
}
