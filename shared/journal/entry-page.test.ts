import { describe, expect, it } from 'vitest'
import { describeEntryPages } from '../testing/entry-pages-contract'
import { pagesOf, utf8Length } from './entry-page'
import { createMemoryJournal } from './memory-journal'

describeEntryPages('a journal in memory', () => {
  const journal = createMemoryJournal()
  return { journal, pages: pagesOf(journal), close: async () => {} }
})

describe('the length of a text in UTF-8', () => {
  it('counts bytes, not characters', () => {
    expect(['', 'a', 'я', '№', '🚨', '\ud83d'].map(utf8Length)).toEqual([0, 1, 2, 3, 4, 3])
  })
})
