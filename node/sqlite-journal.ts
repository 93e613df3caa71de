import type { Journal } from '../shared/journal/journal-port'
import { type JournalFile, openJournalFile } from './journal-file'

/** The journal port over a file that is read and written on the spot. */
export interface SqliteJournal extends Journal {
  /** For what the port does not have. Closing the journal closes it. */
  readonly file: JournalFile
}

/** Opens or creates a journal file; throws what `openJournalFile` throws. */
export const openSqliteJournal = (
  path: string,
  options: { readonly maxBytes?: number } = {},
): SqliteJournal => journalOver(openJournalFile(path, options))

/** What the file throws, the port rejects with. */
export const journalOver = (file: JournalFile): SqliteJournal => ({
  file,
  head: async () => file.head(),
  append: async (entries, expected, bodies) => file.append(entries, expected, bodies),
  read: async (after, limit) => file.read(after, limit),
  pick: async (seqs) => file.pick(seqs),
  seqAt: async (at) => file.seqAt(at),
  seqOfCause: async (commandId) => file.seqOfCause(commandId),
  saveSnapshot: async (snapshot, register) => file.saveSnapshot(snapshot, register),
  snapshotAt: async (seq) => file.snapshotAt(seq),
  registerText: async (version) => file.registerText(version),
  close: async () => file.close(),
})
