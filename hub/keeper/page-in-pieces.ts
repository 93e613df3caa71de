import { type EntryPage, type PageRequest, utf8Length } from '../../shared/journal/entry-page'

/** Bytes read in one turn of the event loop: well under a millisecond. */
const pieceBytes = 64 * 1024
const pieceRows = 100

/**
 * Reads a page of the journal on the event loop that also receives alarms. It reads in pieces, with
 * a turn of the loop between two of them.
 */
export async function pageInPieces(
  read: (request: PageRequest) => EntryPage,
  { after, limit, maxBytes }: PageRequest,
  nextTurn: () => Promise<unknown> = () => new Promise((next) => setImmediate(next)),
): Promise<EntryPage> {
  const texts: string[] = []
  let [count, bytes, lastSeq] = [0, 0, after]
  while (count < limit) {
    const most = Math.min(pieceBytes, maxBytes - bytes)
    const rows = Math.min(pieceRows, limit - count)
    const piece = read({ after: lastSeq, limit: rows, maxBytes: most })
    bytes += utf8Length(piece.text)
    // One entry may be longer than the limit. It is returned alone, never after others.
    if (piece.count === 0 || (count > 0 && bytes > maxBytes)) break
    texts.push(piece.text)
    count += piece.count
    lastSeq = piece.lastSeq
    if (count < limit && bytes < maxBytes) await nextTurn()
    else break
  }
  return { text: texts.join(''), count, lastSeq }
}
