import {
  type HeldRegister,
  type RegisterJson,
  registerFromJson,
  roomFromJson,
  type WorkJson,
  workFromJson,
} from '../room/parts'
import type { RoomTexts } from '../room/parts-text'
import type { Room } from '../room/room'
import type { RoomJson } from '../room/room-json'
import type { Sha256 } from './chain'
import type { Journal, JournalHead, Snapshot } from './journal-port'
import { hashedText } from './snapshot'

/** A room and the journal position it stands at. */
export interface Standing {
  readonly room: Room
  readonly head: JournalHead
}

/** A standing that was read from a snapshot, and the hash of the snapshot itself. */
export interface ProvenSnapshot extends Standing {
  readonly snapshotHash: string
}

interface LoaderParts {
  readonly journal: Pick<Journal, 'read' | 'snapshotAt' | 'registerText'>
  readonly sha256: Sha256
  readonly onFault?: (text: string) => void
  /** Told of each register and its text, so that it need not be written again. */
  readonly texts?: Pick<RoomTexts, 'wasReadFrom'>
}

/**
 * Makes what loads the newest snapshot at or before an entry that is what was written: one whose
 * hash does not fit, or whose entry the journal does not have, is passed over with a complaint and
 * the next older one is tried. Null when there is none. A register is read once for all snapshots
 * that have it.
 */
export function createSnapshotLoader({
  journal,
  sha256,
  onFault = () => {},
  texts,
}: LoaderParts): (seq: number) => ProvenSnapshot | null {
  let held: HeldRegister | null = null

  function registerOf(version: string): HeldRegister | null {
    if (held?.version === version) return held
    const text = journal.registerText(version)
    if (text === null || sha256(text) !== version) return null
    held = { version, register: registerFromJson(JSON.parse(text) as RegisterJson, held?.register) }
    texts?.wasReadFrom(held.register, { version, pieces: [text] })
    return held
  }

  /** Null when the snapshot is not what was written. */
  function roomOf(snapshot: Snapshot): Room | null {
    if (sha256(hashedText(snapshot)) !== snapshot.hash) return null
    const { register, text } = snapshot
    if (register === null) return roomFromJson(JSON.parse(text) as RoomJson)
    const read = registerOf(register)
    return read && { ...workFromJson(JSON.parse(text) as WorkJson), ...read.register }
  }

  return (seq) => {
    let before = seq
    for (;;) {
      const snapshot = journal.snapshotAt(before)
      if (snapshot === null) return null
      const [entry] = journal.read(snapshot.seq - 1, 1)
      const room = entry?.seq === snapshot.seq ? roomOf(snapshot) : null
      if (entry && room) {
        const head = { seq: entry.seq, hash: entry.hash }
        return { room, head, snapshotHash: snapshot.hash }
      }
      onFault(`The snapshot at entry ${snapshot.seq} is not what was written; an older one is used`)
      before = snapshot.seq - 1
    }
  }
}
