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

/** Where a hub keeps its journal, and how it writes there: what a keeper needs of it. */
export interface JournalStore
  extends Required<Pick<KeeperParts, 'probe' | 'saveSnapshot' | 'explain'>> {
  readonly journal: Journal
  /** How the past is read for consoles and scripts. */
  readonly pages: EntryPages
  /** The journal's file, for people. */
  readonly file: string
  /** Begins to keep the records of it, which end before it is closed. */
  openRecords(): RecordsDesk
  /** Once the keeper is closed. */
  close(): Promise<void>
}

/**
 * Opens the journal of a data directory; throws a sentence when it cannot be opened. `maxBytes`:
 * see `openJournalFile`.
 */
export type OpenStore = (directory: string, maxBytes: number | null) => JournalStore

/**
 * Writes on the spot: for a hub inside another program, which brings no thread of its own along.
 * The past is read there too, a little in each turn of the loop.
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

/** Where the records of a journal are. */
export const recordsBeside = (journalFile: string): RecordsFiles => ({
  journalFile,
  file: join(dirname(journalFile), 'records.db'),
})

/** Opens the file itself, to read and, for who wants that, to write on the spot. */
export function openJournalIn(
  directory: string,
  maxBytes: number | null,
): { readonly path: string; readonly opened: JournalFile } {
  const path = join(directory, 'journal.db')
  try {
    return { path, opened: openJournalFile(path, maxBytes === null ? {} : { maxBytes }) }
  } catch (error) {
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
