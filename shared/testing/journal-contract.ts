import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../accounts/actor'
import { canonical } from '../journal/canonical'
import { chainFault, entryBody, entryHash, type Sha256 } from '../journal/chain'
import { type AnyEntry, genesisHash } from '../journal/entry'
import type { Journal, JournalHead } from '../journal/journal-port'

/**
 * Not cryptography: FNV-1a, repeated to the length of a SHA-256, for tests of code that only passes
 * hashes on.
 */
export const pretendSha256: Sha256 = (text) => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0
  return sum.toString(16).padStart(8, '0').repeat(8)
}

const noHead: JournalHead = { seq: 0, hash: genesisHash }

/** Entries that follow `after`, one a second from 1,001 s; each carries its text. */
export function entriesAfter(
  after: JournalHead,
  data: readonly unknown[],
  cause: string | null = null,
): AnyEntry[] {
  let { seq, hash } = after
  return data.map((said) => {
    seq += 1
    const body = {
      seq,
      at: 1_000_000 + seq * 1_000,
      by: systemActor,
      cause,
      type: 'said',
      v: 1,
      data: said,
    }
    hash = entryHash(hash, entryBody(body), pretendSha256)
    return { ...body, hash }
  })
}

/** What every journal promises, whatever it is stored in. `open` gives an empty one. */
export function describeJournal(name: string, open: () => Journal | Promise<Journal>): void {
  describe(`${name} is a journal`, () => {
    let journal: Journal
    const write = async (data: readonly unknown[], cause: string | null = null) => {
      const head = await journal.head()
      const entries = entriesAfter(head, data, cause)
      expect(await journal.append(entries, head)).toEqual({ ok: true })
      return entries
    }
    beforeEach(async () => {
      journal = await open()
    })
    afterEach(() => journal.close())

    it('ends at seq 0 with the genesis hash when it is empty', async () => {
      expect(await journal.head()).toEqual(noHead)
      expect(await journal.read(0, 10)).toEqual([])
      expect(await journal.seqAt(Number.MAX_SAFE_INTEGER)).toBe(0)
    })

    it('gives back what was appended, in order, and ends with the last of it', async () => {
      const first = await write(['a', 'b'])
      const second = await write([{ c: [1, null, { d: 'e' }] }])
      expect(await journal.read(0, 10)).toEqual([...first, ...second])
      expect(await journal.head()).toEqual({ seq: 3, hash: second[0]?.hash })
    })

    it('keeps every character, also NUL, quotes, emoji and half an emoji', async () => {
      const texts = ['\0 before and after \0', '"\\\n\u2028', 'Qoʻriqlash 🚨', '\ud83d', '']
      const entries = await write(texts)
      expect(await journal.read(0, 10)).toEqual(entries)
      expect(chainFault(await journal.read(0, 10), noHead, pretendSha256)).toBeNull()
    })

    it('stores the texts of entries that come with them', async () => {
      const entries = entriesAfter(noHead, ['a', { b: 1 }])
      expect(await journal.append(entries, noHead, entries.map(entryBody))).toEqual({ ok: true })
      expect(await journal.read(0, 10)).toEqual(entries)
    })

    it('reads pages: those after a seq, at most as many as asked for', async () => {
      const entries = await write(['a', 'b', 'c', 'd'])
      expect(await journal.read(1, 2)).toEqual(entries.slice(1, 3))
      expect(await journal.read(4, 2)).toEqual([])
    })

    it('picks entries by their numbers, and passes over those it does not have', async () => {
      const entries = await write(['a', 'b', 'c'])
      expect(await journal.pick([3, 9, 1])).toEqual([entries[2], entries[0]])
      expect(await journal.pick([])).toEqual([])
    })

    it('knows the last entry at or before an instant', async () => {
      await write(['a', 'b', 'c'])
      const instants = [1_000_999, 1_001_000, 1_002_999, 9_999_999]
      expect(await Promise.all(instants.map((at) => journal.seqAt(at)))).toEqual([0, 1, 2, 3])
    })

    it('knows the last entry that a command caused', async () => {
      await write(['a', 'b'], 'command-1')
      await write(['c'])
      expect(await journal.seqOfCause('command-1')).toBe(2)
      expect(await journal.seqOfCause('command-2')).toBeNull()
    })

    it('gives the newest snapshot that is not later than asked for', async () => {
      await write(['a', 'b', 'c'])
      const snapshotOf = (seq: number) => ({
        seq,
        at: seq,
        hash: pretendSha256(`${seq}`),
        register: seq === 1 ? null : 'v3',
        text: canonical({ rows: ['\0', seq] }),
      })
      await journal.saveSnapshot(snapshotOf(1))
      await journal.saveSnapshot(snapshotOf(3), { version: 'v3', pieces: ['[', '"Тест"]'] })
      expect(await journal.snapshotAt(0)).toBeNull()
      expect(await journal.snapshotAt(2)).toEqual(snapshotOf(1))
      expect(await journal.snapshotAt(99)).toEqual(snapshotOf(3))
      expect(await journal.registerText('v3')).toBe('["Тест"]')
      expect(await journal.registerText('v1')).toBeNull()
    })

    describeExpectedPosition(() => journal, write)
  })
}

type Write = (data: readonly unknown[]) => Promise<readonly AnyEntry[]>

/** Prevents several deciders from storing anything decided on an old room. */
function describeExpectedPosition(journalNow: () => Journal, write: Write): void {
  /** Decides on the end of the journal, again and again until it is still the end on storing. */
  async function appendAtEnd(said: string): Promise<number> {
    let expected = noHead
    for (let tries = 1; ; tries++) {
      const result = await journalNow().append(entriesAfter(expected, [said, said]), expected)
      if (result.ok) return tries
      expected = result.conflict
    }
  }

  it.each([
    ['an earlier end', ([first]: readonly AnyEntry[]) => ({ seq: 1, hash: first?.hash ?? '' })],
    ['an end with another hash', () => ({ seq: 2, hash: genesisHash })],
    ['an end it has not come to', () => ({ seq: 3, hash: genesisHash })],
    ['an empty journal', () => noHead],
  ])('appends nothing that expects %s, and says where it does end', async (_, expectedOf) => {
    const entries = await write(['a', 'b'])
    const journal = journalNow()
    const expected = expectedOf(entries)
    expect(await journal.append(entriesAfter(expected, ['x', 'y']), expected)).toEqual({
      ok: false,
      conflict: { seq: 2, hash: entries[1]?.hash },
    })
    expect(await journal.read(0, 10)).toEqual(entries)
  })

  it('lets one of those who append to the same end at once win, and tells the others', async () => {
    const journal = journalNow()
    const [before] = await write(['before'])
    const end = { seq: 1, hash: before?.hash ?? '' }
    const attempts = ['a', 'b', 'c'].map((said) => entriesAfter(end, [said, said]))
    const results = await Promise.all(attempts.map((entries) => journal.append(entries, end)))
    const winner = attempts[results.findIndex(({ ok }) => ok)] ?? []
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array(2).fill({ ok: false, conflict: { seq: 3, hash: winner.at(-1)?.hash } }),
    )
    expect(await journal.read(1, 10)).toEqual(winner)
  })

  it('stores each once and in one chain when those who lost decide again', async () => {
    const said = ['a', 'b', 'c', 'd', 'e', 'f']
    const tries = await Promise.all(said.map(appendAtEnd))
    const entries = await journalNow().read(0, 100)
    expect(Math.max(...tries)).toBeGreaterThan(1)
    expect(entries.map(({ data }) => data).toSorted()).toEqual([...said, ...said].toSorted())
    expect(chainFault(entries, noHead, pretendSha256)).toBeNull()
  })
}
