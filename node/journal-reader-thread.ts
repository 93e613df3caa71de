import { workerData } from 'node:worker_threads'
import type { EntryPage } from '../shared/journal/entry-page'
import { answerTasks } from './answering-thread'
import type { ReaderTask } from './journal-reader'
import { createPageReader } from './page-reader'
import { openRecordsAnswers, type RecordsFiles } from './records/records-answers'
import { closeDatabase, openDatabase } from './sqlite'

// Entry point of the thread that openJournalReader starts.
const files = workerData as RecordsFiles
const database = openDatabase(files.journalFile, { readOnly: true })
const records = openRecordsAnswers(files)
// This also keeps the connections alive. Statements alone do not, and a connection that is
// collected closes under them.
process.once('exit', () => {
  records.close()
  closeDatabase(database)
})
const readPage = createPageReader(database)
answerTasks<ReaderTask, EntryPage | string>((task) =>
  'page' in task ? readPage(task.page) : records.answer(task.question),
)
