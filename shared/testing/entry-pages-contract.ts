import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arrayOf, type EntryPages, utf8Length } from '../journal/entry-page'
import type { Journal } from '../journal/journal-port'
import { entriesAfter } from './journal-contract'

export interface OpenedPages {
  /** Where a test writes what `pages` then reads. */
  readonly journal: Journal
  readonly pages: EntryPages
  close(): Promise<void>
}

/** What every reader of a journal promises. `open` gives one of an empty journal. */
export function describeEntryPages(name: string, open: () => OpenedPages): void {
  describe(`${name} reads a journal in pages`, () => {
    let opened: OpenedPages
    const write = async (data: readonly unknown[]) => {
      const { journal } = opened
      const head = await journal.head()
      const entries = entriesAfter(head, data)
      expect(await journal.append(entries, head)).toEqual({ ok: true })
      return entries
    }
    const page = (after: number, limit = 100, maxBytes = 1_000_000) =>
      opened.pages.page({ after, limit, maxBytes })
    beforeEach(() => {
      opened = open()
    })
    afterEach(() => opened.close())

    it('gives an empty page at the end, which says how far it goes', async () => {
      expect(await page(0)).toEqual({ text: '', count: 0, lastSeq: 0 })
      await write(['a'])
      expect(await page(1)).toEqual({ text: '', count: 0, lastSeq: 1 })
    })

    it('gives each entry as a line of JSON that says all it was', async () => {
      const entries = await write(['a', { text: 'two\nlines \u2028 "quoted" Қоʻриқлаш 🚨' }, null])
      const { text, count, lastSeq } = await page(0)
      expect(
        text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line)),
      ).toEqual(entries)
      expect(JSON.parse(arrayOf({ text }))).toEqual(entries)
      expect({ count, lastSeq }).toEqual({ count: 3, lastSeq: 3 })
    })

    it('gives no more entries than asked for, and goes on where the last page ended', async () => {
      await write(['a', 'b', 'c'])
      expect(await page(0, 2)).toMatchObject({ count: 2, lastSeq: 2 })
      expect(await page(2, 2)).toMatchObject({ count: 1, lastSeq: 3 })
    })

    it('cuts a page at its bytes, not at a number of entries', async () => {
      await write(Array.from({ length: 20 }, () => 'я'.repeat(500)))
      const { text, count, lastSeq } = await page(0, 100, 5_000)
      expect(utf8Length(text)).toBeLessThanOrEqual(5_000)
      expect(count).toBeGreaterThan(2)
      expect(await page(lastSeq, 100, 5_000)).toMatchObject({ lastSeq: lastSeq + count })
    })

    it('gives an entry that is longer than a page alone, so that a reader gets past it', async () => {
      await write(['x'.repeat(10_000), 'b'])
      expect(await page(0, 100, 1_000)).toMatchObject({ count: 1, lastSeq: 1 })
      expect(await page(1, 100, 1_000)).toMatchObject({ count: 1, lastSeq: 2 })
    })
  })
}
