import { openJournalReader } from '../../node/journal-reader'
import { openJournalWriter } from '../../node/journal-writer'
import { createSnapshotWriter } from '../../node/snapshot-writer'
import { storageTrouble } from '../../node/sqlite'
import { type OpenStore, openJournalIn } from './journal-store'

/**
 * Writes on a thread of its own, so receiving goes on while the disk is flushed. Serves readers of
 * the past on another. For a hub that stands alone.
 */
export const openThreadedStore: OpenStore = (directory, maxBytes) => {
  const { file, journal } = openJournalIn(directory, maxBytes)
  const writer = openJournalWriter(maxBytes === null ? { file } : { file, maxBytes })
  const pages = openJournalReader(file)
  return {
    file,
    journal,
    pages,
    append: writer.append,
    probe: writer.probe,
    saveSnapshot: createSnapshotWriter(writer),
    explain: storageTrouble,
    async close() {
      await pages.close()
      await writer.close()
    },
  }
}
