import type { Journal } from './journal-port'

/** Which entries a reader asks for. */
export interface PageRequest {
  /** The last entry already known; 0 for none. */
  readonly after: number
  readonly limit: number
  /** UTF-8 bytes a page may have. A single longer entry is a page of its own, or nobody could get past it. */
  readonly maxBytes: number
}

/** Entries as text, so that nothing is parsed on the way from the disk to the wire. */
export interface EntryPage {
  /** One JSON entry a line, each line ended by LF. JSON has no LF of its own outside of a string's escapes. */
  readonly text: string
  readonly count: number
  /** Of the last entry on the page; `after` when it is empty. */
  readonly lastSeq: number
}

/** Reads durable entries for whoever is in no hurry. Rejects when the journal cannot be read. */
export interface EntryPages {
  page(request: PageRequest): Promise<EntryPage>
  close(): Promise<void>
}

/** The entries of a page as one JSON array. */
export const arrayOf = ({ text }: Pick<EntryPage, 'text'>): string => `[${text.slice(0, -1).replaceAll('\n', ',')}]`

/** How many of the first lines fit on a page; at least one, if there is one. */
export function linesThatFit(bytes: readonly number[], maxBytes: number): number {
  let sum = 0
  for (const [at, size] of bytes.entries()) {
    sum += size
    if (at > 0 && sum > maxBytes) return at
  }
  return bytes.length
}

/** Pages of a journal that hands out entries only: one in memory, in tests and exercises. */
export function pagesOf(journal: Pick<Journal, 'read'>): EntryPages {
  return {
    async page({ after, limit, maxBytes }) {
      const entries = journal.read(after, limit)
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`)
      const count = linesThatFit(lines.map(utf8Length), maxBytes)
      return { text: lines.slice(0, count).join(''), count, lastSeq: entries[count - 1]?.seq ?? after }
    },
    close: async () => {},
  }
}

/** Bytes of a text in UTF-8. Half a surrogate pair counts as the three bytes of the mark that replaces it. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
