import type { Journal } from '../shared/journal/journal-port'
import { type JournalFile, openJournalFile } from './journal-file'

export interface SqliteJournal extends Journal {
  /** For what the port does not offer. Closing the journal closes the file. */
  readonly file: JournalFile
}

/** Throws what `openJournalFile` throws. */
export const openSqliteJournal = (
  path: string,
  options: { readonly maxBytes?: number } = {},
): SqliteJournal => journalOver(openJournalFile(path, options))

/** Turns what the file throws into rejections of the port. */
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
