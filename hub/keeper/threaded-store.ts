import { openJournalWriter } from '../../node/journal-writer'
import { writeSnapshot } from '../../node/snapshot-writer'
import { storageTrouble } from '../../node/sqlite'
import { type OpenStore, openJournalIn } from './journal-store'

/** Reads here and writes on a thread of its own: receiving goes on while the disk is flushed. For a hub that stands alone. */
export const openThreadedStore: OpenStore = (directory, maxBytes) => {
  const { file, journal } = openJournalIn(directory, maxBytes)
  const writer = openJournalWriter(maxBytes === null ? { file } : { file, maxBytes })
  return {
    journal,
    append: writer.append,
    probe: writer.probe,
    saveSnapshot: (room) => writeSnapshot(writer, room),
    explain: storageTrouble,
    close: writer.close,
  }
}
