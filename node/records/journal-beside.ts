import { createPageReader } from '../page-reader'
import { type Database, openDatabase } from '../sqlite'
import type { JournalBeside } from './records-reader'

/** The journal as its records read it, over a separate read-only connection. */
export interface OpenJournalBeside extends JournalBeside {
  readonly page: ReturnType<typeof createPageReader>
  head(): number
  hashOf(seq: number): string | null
  close(): void
}

export function openJournalBeside(file: string): OpenJournalBeside {
  const database = openDatabase(file, { readOnly: true })
  const at = database.prepare('SELECT body, hash FROM entries WHERE seq = ?')
  const last = database.prepare('SELECT max(seq) AS seq FROM entries')
  const body = (seq: number) =>
    at.get(seq) as { readonly body: string; readonly hash: string } | undefined
  return {
    body,
    page: createPageReader(database),
    head: () => (last.get() as { readonly seq: number | null }).seq ?? 0,
    hashOf: (seq) => body(seq)?.hash ?? null,
    seqAt: createSeqAt(database),
    close: () => database.close(),
  }
}

/** Instants never go back, so the last entry at or before one is found by binary search. */
function createSeqAt(database: Database): (at: number) => number {
  const instant = database.prepare('SELECT at FROM entries WHERE seq = ?')
  const last = database.prepare('SELECT max(seq) AS seq FROM entries')
  return (at) => {
    let low = 0
    let high = (last.get() as { readonly seq: number | null }).seq ?? 0
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((instant.get(middle) as { readonly at: number }).at <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}
