import { openJournalReader } from '../../node/journal-reader'
import { openJournalWriter } from '../../node/journal-writer'
import { keepRecordsOnThread } from '../../node/records/records-on-thread'
import { createSnapshotWriter } from '../../node/snapshot-writer'
import { storageTrouble } from '../../node/sqlite'
import { journalOver } from '../../node/sqlite-journal'
import { type OpenStore, openJournalIn, recordsBeside } from './journal-store'

/**
 * For a hub that runs alone. It writes on its own thread, so receiving goes on while the disk is
 * flushed. Another thread serves readers of the past, and a third keeps the records.
 */
export const openThreadedStore: OpenStore = (directory, maxBytes) => {
  const { path: file, opened } = openJournalIn(directory, maxBytes)
  const writer = openJournalWriter(maxBytes === null ? { file } : { file, maxBytes })
  const files = recordsBeside(file)
  const pages = openJournalReader(files)
  return {
    file,
    journal: { ...journalOver(opened), append: writer.append },
    pages,
    probe: writer.probe,
    saveSnapshot: createSnapshotWriter(writer),
    explain: storageTrouble,
    openRecords: () =>
      keepRecordsOnThread({ ...files, answer: pages.answer, head: () => opened.head().seq }),
    async close() {
      await pages.close()
      await writer.close()
    },
  }
}
