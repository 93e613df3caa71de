import { Worker } from 'node:worker_threads'
import type { AppendResult, JournalHead, Snapshot } from '../shared/journal/journal-port'
import type { Written } from '../shared/journal/recorder'
import { cellsOf, type EntryCells } from './sqlite-journal'

/** What the thread is asked to do. */
export type WriterTask =
  | { readonly task: 'append'; readonly cells: EntryCells; readonly after: JournalHead }
  | { readonly task: 'save-snapshot'; readonly snapshot: Omit<Snapshot, 'room'>; readonly packedRoom: Uint8Array }
  | { readonly task: 'probe' }
  | { readonly task: 'close' }

/** What it answers, in the order in which it was asked. */
export type WriterAnswer =
  | { readonly ok: true; readonly result: AppendResult | null }
  /** `errcode`: SQLite's, which an error loses on its way between threads. */
  | { readonly ok: false; readonly message: string; readonly errcode: number | undefined }

export interface WriterOptions {
  readonly file: string
  readonly maxBytes?: number
}

/** The writing side of a journal file, see {@link openJournalWriter}. Errors are as those of `SqliteJournal`. */
export interface JournalWriter {
  append(written: Written, after: JournalHead): Promise<AppendResult>
  savePackedSnapshot(snapshot: Omit<Snapshot, 'room'>, packedRoom: Uint8Array): Promise<void>
  probe(): Promise<void>
  close(): Promise<void>
}

interface Asked {
  resolve(result: AppendResult | null): void
  reject(error: Error): void
}

/**
 * Writes a journal on a thread of its own: the flush of the disk then holds up no reception, and the next entries are
 * judged while it is under way. The file must exist (open it with `openSqliteJournal` first, which stays the one to read
 * with). When the thread ends by itself, everything asked of it is rejected.
 */
export function openJournalWriter(options: WriterOptions): JournalWriter {
  const program = new URL('./journal-writer-thread.mjs', import.meta.url)
  // Not the options of the main thread: what those load is meant for that.
  const thread = new Worker(program, { workerData: options, execArgv: [] })
  const asked: Asked[] = []
  let ended: Error | null = null

  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of asked.splice(0)) reject(ended)
  }
  thread.on('message', (answer: WriterAnswer) => {
    const first = asked.shift()
    if (answer.ok) first?.resolve(answer.result)
    else first?.reject(Object.assign(new Error(answer.message), { errcode: answer.errcode }))
  })
  thread.on('error', end)
  thread.on('exit', () => end(new Error('the writer of the journal has ended')))

  const ask = (task: WriterTask) =>
    new Promise<AppendResult | null>((resolve, reject) => {
      if (ended) return reject(ended)
      asked.push({ resolve, reject })
      thread.postMessage(task)
    })
  return {
    async append({ entries, bodies }, after) {
      const result = await ask({ task: 'append', cells: cellsOf(entries, bodies), after })
      if (result === null) throw new Error('the writer of the journal answered another question')
      return result
    },
    async savePackedSnapshot(snapshot, packedRoom) {
      await ask({ task: 'save-snapshot', snapshot, packedRoom })
    },
    async probe() {
      await ask({ task: 'probe' })
    },
    async close() {
      if (ended === null) await ask({ task: 'close' })
      await thread.terminate()
    },
  }
}
