import { workerData } from 'node:worker_threads'
import type { AppendResult } from '../shared/journal/journal-port'
import { answerTasks } from './answering-thread'
import type { WriterOptions, WriterTask } from './journal-writer'
import { openSqliteJournal } from './sqlite-journal'

// Entry of the thread that openJournalWriter starts.
const { file, maxBytes } = workerData as WriterOptions
const journal = openSqliteJournal(file, maxBytes === undefined ? {} : { maxBytes })

answerTasks((task: WriterTask): AppendResult | null => {
  switch (task.task) {
    case 'append':
      return journal.appendCells(task.cells, task.after)
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
