import { workerData } from 'node:worker_threads'
import type { EntryPage, PageRequest } from '../shared/journal/entry-page'
import { answerTasks } from './answering-thread'
import { createPageReader } from './page-reader'
import { closeDatabase, openDatabase } from './sqlite'

// Entry of the thread that openJournalReader starts.
const database = openDatabase(workerData as string, { readOnly: true })
// It also keeps the connection: statements alone do not, and one that is collected closes under
// them.
process.once('exit', () => closeDatabase(database))
answerTasks<PageRequest, EntryPage>(createPageReader(database))
