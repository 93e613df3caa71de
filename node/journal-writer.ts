import type { AppendResult, Journal, JournalHead } from '../shared/journal/journal-port'
import { startAskedThread } from './asked-thread'
import { cellsOf, type EntryCells, type PackedSnapshot } from './journal-file'

export type WriterTask =
  | { readonly task: 'append'; readonly cells: EntryCells; readonly expected: JournalHead }
  | { readonly task: 'save-snapshot'; readonly snapshot: PackedSnapshot }
  | { readonly task: 'probe' }
  | { readonly task: 'close' }

export interface WriterOptions {
  readonly file: string
  readonly maxBytes?: number
}

export interface JournalWriter extends Pick<Journal, 'append'> {
  savePackedSnapshot(snapshot: PackedSnapshot): Promise<void>
  probe(): Promise<void>
  close(): Promise<void>
}

/**
 * Writes a journal on its own thread. The disk flush then does not hold up reception, and the next
 * entries are judged meanwhile. The file must exist: open it with `openJournalFile` first, and keep
 * that for reading. When the thread ends by itself, every task is rejected.
 */
export function openJournalWriter(options: WriterOptions): JournalWriter {
  const program = new URL('./journal-writer-thread.mjs', import.meta.url)
  const thread = startAskedThread<WriterTask, AppendResult | null>(program, {
    data: options,
    what: 'the writer of the journal',
  })
  const { ask } = thread
  return {
    async append(entries, expected, bodies) {
      const result = await ask({ task: 'append', cells: cellsOf(entries, bodies), expected })
      if (result === null) throw new Error('the writer of the journal answered another question')
      return result
    },
    async savePackedSnapshot(snapshot) {
      await ask({ task: 'save-snapshot', snapshot })
    },
    async probe() {
      await ask({ task: 'probe' })
    },
    async close() {
      if (!thread.hasEnded()) await ask({ task: 'close' })
      await thread.terminate()
    },
  }
}
