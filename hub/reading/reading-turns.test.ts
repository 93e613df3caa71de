import { describe, expect, it } from 'vitest'
import type { EntryPage, PageRequest } from '../../shared/journal/entry-page'
import type { RecordsQuestion } from '../../shared/records/answer'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createReadingTurns, pageBytes, TooManyReaders } from './reading-turns'

/** Records that answer at once. */
const records = { ask: async ({ name }: RecordsQuestion) => `["${name}"]` }

const settle = () => new Promise((resume) => setTimeout(resume, 0))

/** Pages that are read when the test says so. */
function pagesByHand(text = 'x') {
  const asked: { readonly request: PageRequest; answer(): void; fail(error: Error): void }[] = []
  return {
    asked,
    page: (request: PageRequest) =>
      new Promise<EntryPage>((resolve, reject) => {
        asked.push({
          request,
          answer: () => resolve({ text, count: 1, lastSeq: request.after + 1 }),
          fail: reject,
        })
      }),
  }
}

describe('Readers of the past', () => {
  it('get one page at a time, each in turn, however many one of them asks for', async () => {
    const pages = pagesByHand()
    const turns = createReadingTurns({ ...pages, records }, createManualClock(0))
    const done: string[] = []
    const ask = (reader: string, after: number) =>
      turns.page(reader, { after, limit: 10 }).then(() => done.push(`${reader}${after}`))
    for (const after of [1, 2, 3]) void ask('greedy', after)
    void ask('late', 1)
    for (let at = 0; at < 4; at++) {
      await settle()
      expect(pages.asked).toHaveLength(at + 1)
      pages.asked[at]?.answer()
    }
    await settle()
    expect(done).toEqual(['greedy1', 'greedy2', 'late1', 'greedy3'])
  })

  it('are refused more than eight waiting pages each', async () => {
    const turns = createReadingTurns({ ...pagesByHand(), records }, createManualClock(0))
    const asked = Array.from({ length: 10 }, () => turns.page('one', { after: 0, limit: 1 }))
    // The first is being read and waits no more.
    await expect(asked[9]).rejects.toThrow(TooManyReaders)
    void turns.page('another', { after: 0, limit: 1 })
  })

  it('keep to the pace of all of them together: at 24 MB a second four pages of a MB need a sixth of one', async () => {
    const clock = createManualClock(0)
    const megabyte = 'x'.repeat(1024 * 1024)
    const pages = {
      page: async ({ after }: PageRequest) => ({ text: megabyte, count: 1, lastSeq: after + 1 }),
    }
    const turns = createReadingTurns({ ...pages, records }, clock)
    let read = 0
    for (let reader = 0; reader < 40; reader++)
      void turns.page(`r${reader}`, { after: 0, limit: 1 }).then(() => {
        read += 1
      })
    await settle()
    expect(read).toBeLessThanOrEqual(8)
    clock.advance(1_000)
    await settle()
    expect(read).toBeLessThan(40)
  })

  it('go on after a page that could not be read, of which only its reader is told', async () => {
    const pages = pagesByHand()
    const turns = createReadingTurns({ ...pages, records }, createManualClock(0))
    const failed = turns.page('one', { after: 0, limit: 1 })
    const read = turns.page('two', { after: 5, limit: 1 })
    await settle()
    pages.asked[0]?.fail(new Error('the disk reports an error'))
    await expect(failed).rejects.toThrow('the disk reports an error')
    await settle()
    pages.asked[1]?.answer()
    expect(await read).toMatchObject({ lastSeq: 6 })
  })

  it('get pages bounded in bytes, whatever they ask for', async () => {
    const pages = pagesByHand()
    void createReadingTurns({ ...pages, records }, createManualClock(0)).page('one', {
      after: 0,
      limit: 1_000_000,
    })
    await settle()
    expect(pages.asked[0]?.request).toEqual({ after: 0, limit: 1_000_000, maxBytes: pageBytes })
  })

  it('ask the records in the same turns, and so many of them a second', async () => {
    const clock = createManualClock(0)
    const pages = pagesByHand()
    const turns = createReadingTurns({ ...pages, records }, clock)
    const question = { name: 'alarms', request: { limit: 1 } } as const
    let answered = 0
    void turns.page('one', { after: 0, limit: 1 })
    for (let reader = 0; reader < 200; reader++)
      void turns.records(`r${reader}`, question).then(() => {
        answered += 1
      })
    await settle()
    expect(answered).toBe(0)
    pages.asked[0]?.answer()
    await settle()
    expect(answered).toBeGreaterThan(10)
    expect(answered).toBeLessThan(50)
    for (let at = 0; at < 400 && answered < 200; at++) {
      clock.advance(100)
      await settle()
    }
    expect(answered).toBe(200)
    expect(await turns.records('one', question)).toBe('["alarms"]')
  })
})
