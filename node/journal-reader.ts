import type { EntryPage, EntryPages, PageRequest } from '../shared/journal/entry-page'
import type { RecordsQuestion } from '../shared/records/answer'
import { startAskedThread } from './asked-thread'
import type { RecordsFiles } from './records/records-answers'

export type ReaderTask =
  | { readonly page: PageRequest }
  /** The answer is JSON text. */
  | { readonly question: RecordsQuestion }

export interface JournalReader extends EntryPages {
  answer(question: RecordsQuestion): Promise<string>
}

/**
 * Reads a journal file and the records beside it on its own thread, so that readers of the past
 * hold up no alarm. The journal must exist and be open elsewhere (see `openJournalWriter`).
 */
export function openJournalReader(files: RecordsFiles): JournalReader {
  const program = new URL('./journal-reader-thread.mjs', import.meta.url)
  const thread = startAskedThread<ReaderTask, EntryPage | string>(program, {
    data: files,
    what: 'the reader of the journal',
  })
  return {
    async page(request) {
      const page = await thread.ask({ page: request })
      if (typeof page === 'string') throw new Error(otherAnswer)
      return page
    },
    async answer(question) {
      const text = await thread.ask({ question })
      if (typeof text !== 'string') throw new Error(otherAnswer)
      return text
    },
    close: thread.terminate,
  }
}

const otherAnswer = 'the reader of the journal answered another question'
