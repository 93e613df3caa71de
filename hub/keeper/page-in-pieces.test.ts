import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntryPage, linesThatFit, type PageRequest } from '../../shared/journal/entry-page'
import { pageInPieces } from './page-in-pieces'

/** A journal of lines of these lengths, as a file of it is read. */
const pagesOf =
  (lengths: readonly number[]) =>
  ({ after, limit, maxBytes }: PageRequest): EntryPage => {
    const asked = lengths.slice(after, after + limit)
    const lines = asked.slice(0, linesThatFit(asked, maxBytes))
    const text = lines.map((length) => `${'x'.repeat(length - 1)}\n`).join('')
    return { text, count: lines.length, lastSeq: after + lines.length }
  }

async function read(lengths: readonly number[], request: PageRequest) {
  const pieces: number[] = []
  let turns = 0
  const page = pagesOf(lengths)
  const whole = await pageInPieces(
    (one) => {
      const piece = page(one)
      pieces.push(piece.text.length)
      return piece
    },
    request,
    async () => {
      turns += 1
    },
  )
  return { whole, pieces, turns }
}

describe('A page of the journal that is read where alarms are received', () => {
  it('is read in pieces, with a turn of the loop between', async () => {
    const lengths = Array.from({ length: 2_000 }, () => 500)
    const { whole, pieces, turns } = await read(lengths, {
      after: 0,
      limit: 2_000,
      maxBytes: 1024 * 1024,
    })
    expect(whole.count).toBe(2_000)
    expect(Math.max(...pieces)).toBeLessThanOrEqual(64 * 1024)
    expect(turns).toBe(pieces.length - 1)
  })

  it('is the page that would be read at once, but for an entry too long to share one', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.nat(400), fc.nat(200_000)), { maxLength: 400 }),
        fc.nat(400),
        fc.nat(400),
        fc.integer({ min: 1, max: 300_000 }),
        async (spans, after, limit, maxBytes) => {
          const lengths = spans.map((length) => length + 1)
          const request = { after, limit, maxBytes }
          const { whole } = await read(lengths, request)
          expect(whole).toEqual(pagesOf(lengths)(request))
        },
      ),
      { numRuns: 60 },
    ))
})
