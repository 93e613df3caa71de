import type { EntryPage, EntryPages, PageRequest } from '../shared/journal/entry-page'
import { startAskedThread } from './asked-thread'

/**
 * Reads a journal file on a thread of its own, so that whoever asks for the past holds up no alarm.
 * The file must exist and be open elsewhere (see `openJournalWriter`).
 */
export function openJournalReader(file: string): EntryPages {
  const program = new URL('./journal-reader-thread.mjs', import.meta.url)
  const thread = startAskedThread<PageRequest, EntryPage>(program, {
    data: file,
    what: 'the reader of the journal',
  })
  return { page: thread.ask, close: thread.terminate }
}
