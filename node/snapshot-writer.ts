import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createDeflateRaw } from 'node:zlib'
import { canonical } from '../shared/journal/canonical'
import type { Snapshot } from '../shared/journal/journal-port'
import { type Room, roomToJson } from '../shared/room/room'
import { packing } from './sqlite-journal'

/**
 * Rows written in one turn of the event loop: some 2 ms, so that an alarm never waits behind a
 * snapshot.
 */
const rowsPerTurn = 250

/** Where snapshots go: a `SqliteJournal`, or the `JournalWriter` of one. */
export interface SnapshotStore {
  savePackedSnapshot(snapshot: Omit<Snapshot, 'room'>, packedRoom: Uint8Array): void | Promise<void>
}

/**
 * Saves a snapshot of a room without holding up the loop: its canonical text is made, hashed and
 * deflated piece by piece (a room never changes, so it can be taken at leisure) and stored in one
 * go. Rejects when it cannot be stored. Resolves with its hash.
 */
export async function writeSnapshot(store: SnapshotStore, room: Room): Promise<string> {
  const hash = createHash('sha256')
  const deflate = createDeflateRaw(packing)
  const packed: Buffer[] = []
  deflate.on('data', (piece: Buffer) => packed.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    deflate.once('end', resolve)
    deflate.once('error', reject)
  })
  for (const piece of canonicalPieces(room)) {
    hash.update(piece)
    deflate.write(piece)
    await nextTurn()
  }
  deflate.end()
  await done
  const digest = hash.digest('hex')
  await store.savePackedSnapshot(
    { seq: room.seq, at: room.at, hash: digest },
    Buffer.concat(packed),
  )
  return digest
}

/** The canonical text of a room's JSON, cut where its long lists allow. */
export function* canonicalPieces(room: Room): Generator<string> {
  const json = Object.entries(roomToJson(room)).sort(([a], [b]) => (a < b ? -1 : 1))
  let separator = '{'
  for (const [key, value] of json) {
    yield `${separator}${JSON.stringify(key)}:`
    separator = ','
    if (Array.isArray(value) && value.length > 0) yield* listPieces(value)
    else yield canonical(value)
  }
  yield '}'
}

function* listPieces(rows: readonly unknown[]): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsPerTurn) {
    const text = canonical(rows.slice(at, at + rowsPerTurn))
    yield `${at === 0 ? '[' : ','}${text.slice(1, -1)}`
  }
  yield ']'
}
