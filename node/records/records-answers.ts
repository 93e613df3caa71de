import { existsSync } from 'node:fs'
import { answerQuestion, type RecordsQuestion } from '../../shared/records/answer'
import { type Database, openDatabase } from '../sqlite'
import { openJournalBeside } from './journal-beside'
import { createRecordsReader } from './records-reader'

export interface RecordsFiles {
  readonly journalFile: string
  readonly file: string
}

export interface RecordsAnswers {
  answer(question: RecordsQuestion): string
  close(): void
}

/** The answer before the first record exists. */
const notYet = (question: RecordsQuestion, head: number): string =>
  JSON.stringify(
    answerQuestion(question, { seq: 0, head, fault: null }, () => {
      throw new Error('There are no records to read')
    }),
  )

/** The answering side of records that are written elsewhere or do not exist yet. */
export function openRecordsAnswers({ journalFile, file }: RecordsFiles): RecordsAnswers {
  const journal = openJournalBeside(journalFile)
  let open: { readonly database: Database; readonly ask: ReturnType<typeof asker> } | null = null
  const asker = (database: Database) => {
    const readerAt = createRecordsReader(database, journal)
    const goes = database.prepare('SELECT min(seq) AS seq FROM projections')
    return (question: RecordsQuestion): string => {
      const { seq } = goes.get() as { readonly seq: number | null }
      const state = { seq: seq ?? 0, head: journal.head(), fault: null }
      return JSON.stringify(answerQuestion(question, state, readerAt))
    }
  }
  const drop = () => {
    open?.database.close()
    open = null
  }
  return {
    answer(question) {
      try {
        if (open === null && !existsSync(file)) return notYet(question, journal.head())
        if (open === null) {
          const database = openDatabase(file, { readOnly: true })
          open = { database, ask: asker(database) }
        }
        // The whole answer sees one state of the records, whatever is written meanwhile.
        open.database.exec('BEGIN')
        const text = open.ask(question)
        open.database.exec('COMMIT')
        return text
      } catch (error) {
        // The file may have been rebuilt. The next question finds out.
        drop()
        throw error
      }
    },
    close() {
      drop()
      journal.close()
    },
  }
}
