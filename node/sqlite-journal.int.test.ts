import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeJournal } from '../shared/testing/journal-contract'
import { openJournalWriter } from './journal-writer'
import { openSqliteJournal } from './sqlite-journal'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-sqlite-'))
let files = 0
const newFile = () => join(folder, `${++files}.db`)
afterAll(() => rmSync(folder, { recursive: true }))

describeJournal('The journal in SQLite', () => openSqliteJournal(newFile()))

describeJournal('The journal in SQLite, written by a thread', () => {
  const file = newFile()
  const journal = openSqliteJournal(file)
  const writer = openJournalWriter({ file })
  const close = async () => {
    await writer.close()
    await journal.close()
  }
  return { ...journal, append: writer.append, close }
})

describeJournal('The journal in SQLite, appended to over another connection', () => {
  const file = newFile()
  const [reading, writing] = [openSqliteJournal(file), openSqliteJournal(file)]
  const close = async () => {
    await writing.close()
    await reading.close()
  }
  return { ...reading, append: writing.append, close }
})
