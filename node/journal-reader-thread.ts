import { workerData } from 'node:worker_threads'
import type { PageRequest } from '../shared/journal/entry-page'
import { answerTasks } from './answering-thread'
import { createPageReader } from './page-reader'
import { openDatabase } from './sqlite'

// Entry of the thread that openJournalReader starts.
const database = openDatabase(workerData as string, { readOnly: true })
answerTasks<PageRequest, ReturnType<ReturnType<typeof createPageReader>>>(createPageReader(database))
