import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeEntryPages } from '../shared/testing/entry-pages-contract'
import { openJournalFile } from './journal-file'
import { openJournalReader } from './journal-reader'
import { journalOver } from './sqlite-journal'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = () => join(folder, `journal-${++files}.db`)

describeEntryPages('a SQLite journal on the spot', () => {
  const journal = openJournalFile(newFile())
  const pages = {
    page: async (request: Parameters<typeof journal.page>[0]) => journal.page(request),
    close: async () => {},
  }
  return { journal: journalOver(journal), pages, close: async () => journal.close() }
})

describeEntryPages('a thread beside a SQLite journal', () => {
  const file = newFile()
  const journal = openJournalFile(file)
  const pages = openJournalReader({ journalFile: file, file: `${file}.records` })
  return {
    journal: journalOver(journal),
    pages,
    async close() {
      await pages.close()
      journal.close()
    },
  }
})
