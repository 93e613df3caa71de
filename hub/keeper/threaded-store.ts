import { openJournalReader } from '../../node/journal-reader'
import { openJournalWriter } from '../../node/journal-writer'
import { keepRecordsOnThread } from '../../node/records/records-on-thread'
import { createSnapshotWriter } from '../../node/snapshot-writer'
import { storageTrouble } from '../../node/sqlite'
import { journalOver } from '../../node/sqlite-journal'
import { type OpenStore, openJournalIn, recordsBeside } from './journal-store'

/**
 * Writes on a thread of its own, so receiving goes on while the disk is flushed. Serves readers of
 * the past on another, and keeps the records on a third. For a hub that stands alone.
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
