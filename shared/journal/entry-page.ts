import type { Journal } from './journal-port'

export interface PageRequest {
  /** The last entry already known; 0 for none. */
  readonly after: number
  readonly limit: number
  /**
   * A page's limit in UTF-8 bytes. A longer entry is a page of its own, or nobody could get past
   * it.
   */
  readonly maxBytes: number
}

/** Entries as text, so that nothing is parsed between the disk and the wire. */
export interface EntryPage {
  /**
   * One JSON entry a line, each line ended by LF. JSON has no LF of its own outside of a string's
   * escapes.
   */
  readonly text: string
  readonly count: number
  /** The last entry on the page; `after` when the page is empty. */
  readonly lastSeq: number
}

/** Reads durable entries for callers that can wait. Rejects when the journal cannot be read. */
export interface EntryPages {
  page(request: PageRequest): Promise<EntryPage>
  close(): Promise<void>
}

export const arrayOf = ({ text }: Pick<EntryPage, 'text'>): string =>
  `[${text.slice(0, -1).replaceAll('\n', ',')}]`

/** How many of the first lines fit on a page; at least one, if there is one. */
export function linesThatFit(bytes: readonly number[], maxBytes: number): number {
  let sum = 0
  for (const [at, size] of bytes.entries()) {
    sum += size
    if (at > 0 && sum > maxBytes) return at
  }
  return bytes.length
}

/** Pages of a journal that returns only entries: one in memory, in tests and exercises. */
export function pagesOf(journal: Pick<Journal, 'read'>): EntryPages {
  return {
    async page({ after, limit, maxBytes }) {
      const lines: string[] = []
      let left = maxBytes
      let lastSeq = after
      while (lines.length < limit) {
        const [entry] = await journal.read(lastSeq, 1)
        const line = entry === undefined ? '' : `${JSON.stringify(entry)}\n`
        left -= utf8Length(line)
        if (entry === undefined || (left < 0 && lines.length > 0)) break
        lines.push(line)
        lastSeq = entry.seq
      }
      return { text: lines.join(''), count: lines.length, lastSeq }
    },
    close: async () => {},
  }
}

/**
 * Bytes of a text in UTF-8. Half a surrogate pair counts as the three bytes of the mark that
 * replaces it.
 */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    // Two units of a pair are four bytes, and a lone one is three: the mark in its place.
    const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (isPair) at += 1
    bytes += unit < 0x800 ? 1 : 2
  }
  return bytes
}
