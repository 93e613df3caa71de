import { dirname, join } from 'node:path'
import { type JournalFile, openJournalFile } from '../../node/journal-file'
import type { RecordsFiles } from '../../node/records/records-answers'
import { keepRecordsHere, type RecordsDesk } from '../../node/records/records-desk'
import { createSnapshotWriter } from '../../node/snapshot-writer'
import { storageSaid, storageTrouble } from '../../node/sqlite'
import { journalOver } from '../../node/sqlite-journal'
import { systemClock } from '../../node/system-clock'
import type { EntryPages } from '../../shared/journal/entry-page'
import type { Journal } from '../../shared/journal/journal-port'
import { because } from '../../shared/lang/decision'
import { SaidError } from '../../shared/lang/said-error'
import type { KeeperParts } from './keeper'
import { pageInPieces } from './page-in-pieces'

/** Where a hub keeps its journal and how it writes to it: what a keeper needs. */
export interface JournalStore
  extends Required<Pick<KeeperParts, 'probe' | 'saveSnapshot' | 'explain'>> {
  readonly journal: Journal
  /** How consoles and scripts read the past. */
  readonly pages: EntryPages
  readonly file: string
  /** Starts keeping the journal's records. They must end before the journal is closed. */
  openRecords(): RecordsDesk
  /** Call it after the keeper is closed. */
  close(): Promise<void>
}

/**
 * Opens the journal of a data directory; throws a sentence when it cannot. `maxBytes`: see
 * `openJournalFile`.
 */
export type OpenStore = (directory: string, maxBytes: number | null) => JournalStore

/**
 * Writes on the calling thread, for a hub inside another program that brings no thread of its own.
 * The past is read there too, a little in each turn of the event loop.
 */
export const openStore: OpenStore = (directory, maxBytes) => {
  const { path: file, opened } = openJournalIn(directory, maxBytes)
  return {
    file,
    journal: journalOver(opened),
    pages: { page: (request) => pageInPieces(opened.page, request), close: async () => {} },
    probe: opened.probe,
    saveSnapshot: createSnapshotWriter(opened),
    explain: storageTrouble,
    openRecords: () => keepRecordsHere(recordsBeside(file), systemClock),
    close: async () => {},
  }
}

export const recordsBeside = (journalFile: string): RecordsFiles => ({
  journalFile,
  file: join(dirname(journalFile), 'records.db'),
})

/** Opens the journal file for use on the calling thread. Throws a `SaidError` when it cannot. */
export function openJournalIn(
  directory: string,
  maxBytes: number | null,
): { readonly path: string; readonly opened: JournalFile } {
  const path = join(directory, 'journal.db')
  try {
    return { path, opened: openJournalFile(path, maxBytes === null ? {} : { maxBytes }) }
  } catch (error) {
    if (error instanceof SaidError) throw error
    throw new SaidError(
      because(
        'journal-not-opened',
        'The journal {file} cannot be opened: {reason}',
        storageSaid(error),
        { file: path },
      ),
    )
  }
}
