import { setImmediate as nextTurn } from 'node:timers/promises'
import { plainRoomTexts } from '../../node/room-texts'
import type { JournalHead } from '../../shared/journal/journal-port'
import type { Room } from '../../shared/room/room'

export interface SnapshotText {
  readonly seq: number
  /** A SnapshotMessage as JSON. */
  readonly json: string
}

/**
 * Rooms as JSON text, made once per seq and piece by piece, so that an alarm never waits behind a
 * console that joins. Consoles that join while one is being made all get that one and the entries
 * behind it, so a crowd costs as much as one.
 */
export function createSnapshotText() {
  const texts = plainRoomTexts()
  let newest: SnapshotText | null = null
  let making: Promise<SnapshotText> | null = null

  async function make(room: Room, head: JournalHead): Promise<SnapshotText> {
    const pieces: string[] = []
    for (const piece of texts.pieces(room)) {
      pieces.push(piece)
      await nextTurn()
    }
    newest = {
      seq: head.seq,
      json: `{"seq":${head.seq},"hash":"${head.hash}","room":${pieces.join('')}}`,
    }
    return newest
  }

  return {
    /**
     * `head` is that of the room's journal. The text may be of an earlier seq, when that was being
     * made already.
     */
    async of(room: Room, head: JournalHead): Promise<SnapshotText> {
      if (making === null && newest?.seq === head.seq) return newest
      making ??= make(room, head).finally(() => {
        making = null
      })
      return making
    },
  }
}
