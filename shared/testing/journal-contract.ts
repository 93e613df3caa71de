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

/** Entries that follow `after`, one a second from 1,001 s; each says what it was given. */
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
export function describeJournal(name: string, open: () => Journal): void {
  describe(`${name} is a journal`, () => {
    let journal: Journal
    const write = (data: readonly unknown[], cause: string | null = null) => {
      const entries = entriesAfter(journal.head(), data, cause)
      expect(journal.append(entries, journal.head())).toEqual({ ok: true })
      return entries
    }
    beforeEach(() => {
      journal = open()
    })
    afterEach(() => journal.close())

    it('ends at seq 0 with the genesis hash when it is empty', () => {
      expect(journal.head()).toEqual(noHead)
      expect(journal.read(0, 10)).toEqual([])
      expect(journal.seqAt(Number.MAX_SAFE_INTEGER)).toBe(0)
    })

    it('gives back what was appended, in order, and ends with the last of it', () => {
      const first = write(['a', 'b'])
      const second = write([{ c: [1, null, { d: 'e' }] }])
      expect(journal.read(0, 10)).toEqual([...first, ...second])
      expect(journal.head()).toEqual({ seq: 3, hash: second[0]?.hash })
    })

    it('keeps every character, also NUL, quotes, emoji and half an emoji', () => {
      const texts = ['\0 before and after \0', '"\\\n\u2028', 'Qoʻriqlash 🚨', '\ud83d', '']
      const entries = write(texts)
      expect(journal.read(0, 10)).toEqual(entries)
      expect(chainFault(journal.read(0, 10), noHead, pretendSha256)).toBeNull()
    })

    it('reads pages: those after a seq, at most as many as asked for', () => {
      const entries = write(['a', 'b', 'c', 'd'])
      expect(journal.read(1, 2)).toEqual(entries.slice(1, 3))
      expect(journal.read(4, 2)).toEqual([])
    })

    it('refuses to append behind an end that is not its own, and says where it ends', () => {
      const [first] = write(['a', 'b'])
      const stale = { seq: 1, hash: first?.hash ?? '' }
      expect(journal.append(entriesAfter(stale, ['x']), stale)).toEqual({
        ok: false,
        conflict: journal.head(),
      })
      const forged = { seq: 2, hash: genesisHash }
      expect(journal.append(entriesAfter(forged, ['x']), forged)).toEqual({
        ok: false,
        conflict: journal.head(),
      })
      expect(journal.head().seq).toBe(2)
    })

    it('knows the last entry at or before an instant', () => {
      write(['a', 'b', 'c'])
      expect(journal.seqAt(1_000_999)).toBe(0)
      expect(journal.seqAt(1_001_000)).toBe(1)
      expect(journal.seqAt(1_002_999)).toBe(2)
      expect(journal.seqAt(9_999_999)).toBe(3)
    })

    it('knows the last entry that a command caused', () => {
      write(['a', 'b'], 'command-1')
      write(['c'])
      expect(journal.seqOfCause('command-1')).toBe(2)
      expect(journal.seqOfCause('command-2')).toBeNull()
    })

    it('gives the newest snapshot that is not later than asked for', () => {
      write(['a', 'b', 'c'])
      const snapshotOf = (seq: number) => ({
        seq,
        at: seq,
        hash: pretendSha256(`${seq}`),
        register: seq === 1 ? null : 'v3',
        text: canonical({ rows: ['\0', seq] }),
      })
      journal.saveSnapshot(snapshotOf(1))
      journal.saveSnapshot(snapshotOf(3), { version: 'v3', pieces: ['[', '"Тест"]'] })
      expect(journal.snapshotAt(0)).toBeNull()
      expect(journal.snapshotAt(2)).toEqual(snapshotOf(1))
      expect(journal.snapshotAt(99)).toEqual(snapshotOf(3))
      expect(journal.registerText('v3')).toBe('["Тест"]')
      expect(journal.registerText('v1')).toBeNull()
    })
  })
}
