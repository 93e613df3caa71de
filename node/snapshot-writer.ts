import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createDeflateRaw } from 'node:zlib'
import type { Snapshot } from '../shared/journal/journal-port'
import type { Room } from '../shared/room/room'
import { canonicalRoomTexts } from './room-texts'
import { packing } from './sqlite-journal'

/** Where snapshots go: a `SqliteJournal`, or the `JournalWriter` of one. */
export interface SnapshotStore {
  savePackedSnapshot(snapshot: Omit<Snapshot, 'room'>, packedRoom: Uint8Array): void | Promise<void>
}

/**
 * Makes what saves snapshots of rooms without holding up the loop: the canonical text is made,
 * hashed and deflated piece by piece (a room never changes, so it can be taken at leisure) and
 * stored in one go. Rejects when it cannot be stored. Resolves with its hash.
 */
export function createSnapshotWriter(store: SnapshotStore): (room: Room) => Promise<string> {
  const texts = canonicalRoomTexts()
  return async (room) => {
    const hash = createHash('sha256')
    const deflate = createDeflateRaw(packing)
    const packed: Buffer[] = []
    deflate.on('data', (piece: Buffer) => packed.push(piece))
    const done = new Promise<void>((resolve, reject) => {
      deflate.once('end', resolve)
      deflate.once('error', reject)
    })
    for (const piece of texts.pieces(room)) {
      hash.update(piece)
      deflate.write(piece)
      await nextTurn()
    }
    deflate.end()
    await done
    const digest = hash.digest('hex')
    const { seq, at } = room
    await store.savePackedSnapshot({ seq, at, hash: digest }, Buffer.concat(packed))
    return digest
  }
}
