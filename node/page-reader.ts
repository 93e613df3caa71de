import { type EntryPage, linesThatFit, type PageRequest } from '../shared/journal/entry-page'
import type { Database } from './sqlite'

/** The characters around a body on its line: the hash with its name, and the line end. */
const around = ',"hash":"'.length + 64 + '"}\n'.length - '}'.length

/** Reads pages of a journal file as they are stored; only the hash is inserted into each body. */
export function createPageReader(database: Database): (request: PageRequest) => EntryPage {
  // SQLite keeps the length of a text in the row's head, so measuring a page does not read the
  // text.
  const sizes = database.prepare(
    'SELECT octet_length(body) AS bytes FROM entries WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  const bodies = database.prepare(
    'SELECT seq, body, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  return ({ after, limit, maxBytes }) => {
    const bytes = (sizes.all(after, limit) as { bytes: number }[]).map((row) => row.bytes + around)
    const count = linesThatFit(bytes, maxBytes)
    const rows = bodies.all(after, count) as { seq: number; body: string; hash: string }[]
    const text = rows.map(({ body, hash }) => `${body.slice(0, -1)},"hash":"${hash}"}\n`).join('')
    return { text, count: rows.length, lastSeq: rows.at(-1)?.seq ?? after }
  }
}
