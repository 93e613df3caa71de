import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createDeflateRaw } from 'node:zlib'
import { hashedText } from '../shared/journal/snapshot'
import type { WholeRoom } from '../shared/room/room'
import { type PackedSnapshot, packing } from './journal-file'
import { roomTexts } from './room-texts'

export interface SnapshotStore {
  savePackedSnapshot(snapshot: PackedSnapshot): void | Promise<void>
}

/**
 * Makes a function that saves snapshots of rooms without holding up the event loop. Texts are made,
 * hashed and deflated piece by piece and then stored at once. This can take its time, since a room
 * never changes. The register is packed only when it differs from the last one. Resolves with the
 * snapshot's hash; rejects when it cannot be stored.
 */
export function createSnapshotWriter(store: SnapshotStore): (room: WholeRoom) => Promise<string> {
  const texts = roomTexts()
  let saved: string | null = null
  return async (room) => {
    const { version, pieces } = await inTurns(texts.register(room))
    const registerText = version === saved ? null : (await pack(pieces)).bytes
    const [before, after] = hashedText({ register: version, text: ' ' }).split(' ')
    const { bytes: work, hash } = await pack(texts.work(room), [before ?? '', after ?? ''])
    const { seq, at } = room
    await store.savePackedSnapshot({ seq, at, hash, register: version, work, registerText })
    saved = version
    return hash
  }
}

/** Deflates a text. The hash is of `before`, the text and `after` together. */
async function pack(
  pieces: Iterable<string>,
  [before, after]: readonly [string, string] = ['', ''],
): Promise<{ readonly bytes: Buffer; readonly hash: string }> {
  const hash = createHash('sha256').update(before)
  const deflate = createDeflateRaw(packing)
  const packed: Buffer[] = []
  deflate.on('data', (piece: Buffer) => packed.push(piece))
  const done = new Promise<void>((resolve, reject) => {
    deflate.once('end', resolve)
    deflate.once('error', reject)
  })
  for (const piece of pieces) {
    hash.update(piece)
    deflate.write(piece)
    await nextTurn()
  }
  deflate.end()
  await done
  return { bytes: Buffer.concat(packed), hash: hash.update(after).digest('hex') }
}

export async function inTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await nextTurn()
  }
}
