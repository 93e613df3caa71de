import { workerData } from 'node:worker_threads'
import type { AppendResult } from '../shared/journal/journal-port'
import { answerTasks } from './answering-thread'
import { openJournalFile } from './journal-file'
import type { WriterOptions, WriterTask } from './journal-writer'

// Entry point of the thread that openJournalWriter starts.
const { file, maxBytes } = workerData as WriterOptions
const journal = openJournalFile(file, maxBytes === undefined ? {} : { maxBytes })

answerTasks((task: WriterTask): AppendResult | null => {
  switch (task.task) {
    case 'append':
      return journal.appendCells(task.cells, task.expected)
    case 'save-snapshot':
      journal.savePackedSnapshot(task.snapshot)
      return null
    case 'probe':
      journal.probe()
      return null
    case 'close':
      journal.close()
      return null
  }
})
