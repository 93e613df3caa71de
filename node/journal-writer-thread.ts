import { parentPort, workerData } from 'node:worker_threads'
import type { AppendResult } from '../shared/journal/journal-port'
import type { WriterAnswer, WriterOptions, WriterTask } from './journal-writer'
import { openSqliteJournal } from './sqlite-journal'

// Entry of the thread that openJournalWriter starts.
const { file, maxBytes } = workerData as WriterOptions
const journal = openSqliteJournal(file, maxBytes === undefined ? {} : { maxBytes })

function carryOut(task: WriterTask): AppendResult | null {
  switch (task.task) {
    case 'append':
      return journal.appendCells(task.cells, task.after)
    case 'save-snapshot':
      journal.savePackedSnapshot(task.snapshot, task.packedRoom)
      return null
    case 'probe':
      journal.probe()
      return null
    case 'close':
      journal.close()
      return null
  }
}

function answerTo(task: WriterTask): WriterAnswer {
  try {
    return { ok: true, result: carryOut(task) }
  } catch (error) {
    const { message, errcode } = error as Error & { readonly errcode?: number }
    return { ok: false, message, errcode }
  }
}

parentPort?.on('message', (task: WriterTask) => parentPort?.postMessage(answerTo(task)))
