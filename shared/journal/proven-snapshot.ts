import {
  type HeldRegister,
  type RegisterJson,
  registerFromJson,
  roomFromJson,
  type WorkJson,
  workFromJson,
} from '../room/parts'
import type { RoomTexts } from '../room/parts-text'
import type { WholeRoom } from '../room/room'
import type { RoomJson } from '../room/room-json'
import type { Sha256 } from './chain'
import type { Journal, JournalHead } from './journal-port'
import { hashedText } from './snapshot'

export interface Standing {
  readonly room: WholeRoom
  readonly head: JournalHead
}

/** A standing that was read from a snapshot, and the hash of the snapshot itself. */
export interface ProvenSnapshot extends Standing {
  readonly snapshotHash: string
}

/** The stored texts of a snapshot proven to be as written. */
export interface ProvenTexts {
  readonly head: JournalHead
  readonly snapshotHash: string
  /** Null: `text` is the whole room. `text` inside is null for a caller that has that version. */
  readonly register: { readonly version: string; readonly text: string | null } | null
  readonly text: string
}

interface ProvingParts {
  readonly journal: Pick<Journal, 'pick' | 'snapshotAt' | 'registerText'>
  readonly sha256: Sha256
  readonly onFault?: (text: string) => void
}

/**
 * Finds the newest intact snapshot at or before an entry. One whose hash does not fit, or whose
 * entry the journal lacks, is reported and skipped for the next older one. Null when there is none.
 * A register of version `have` is not read.
 */
export async function provenTexts(
  { journal, sha256, onFault = () => {} }: ProvingParts,
  seq: number,
  have?: string,
): Promise<ProvenTexts | null> {
  const registerOf = async (version: string): Promise<ProvenTexts['register']> => {
    if (version === have) return { version, text: null }
    const text = await journal.registerText(version)
    return text !== null && sha256(text) === version ? { version, text } : null
  }
  for (let before = seq; ; ) {
    const snapshot = await journal.snapshotAt(before)
    if (snapshot === null) return null
    const [entry] = await journal.pick([snapshot.seq])
    const { hash: snapshotHash, text } = snapshot
    if (entry?.seq === snapshot.seq && sha256(hashedText(snapshot)) === snapshotHash) {
      const head = { seq: entry.seq, hash: entry.hash }
      if (snapshot.register === null) return { head, snapshotHash, register: null, text }
      const register = await registerOf(snapshot.register)
      if (register !== null) return { head, snapshotHash, register, text }
    }
    onFault(`The snapshot at entry ${snapshot.seq} is not what was written; an older one is used`)
    before = snapshot.seq - 1
  }
}

interface LoaderParts extends ProvingParts {
  /** Learns each register with its text, so that the text need not be made again. */
  readonly texts?: Pick<RoomTexts, 'wasReadFrom'>
}

/**
 * Makes a loader for the room of the newest intact snapshot at or before an entry. A register is
 * read once for all snapshots that share it.
 */
export function createSnapshotLoader(
  parts: LoaderParts,
): (seq: number) => Promise<ProvenSnapshot | null> {
  let held: HeldRegister | null = null

  function roomOf({ register: stored, text }: ProvenTexts): WholeRoom {
    if (stored === null) return roomFromJson(JSON.parse(text) as RoomJson)
    const { version, text: registerText } = stored
    if (registerText !== null) {
      const register = registerFromJson(JSON.parse(registerText) as RegisterJson, held?.register)
      held = { version, register }
      parts.texts?.wasReadFrom(register, { version, pieces: [registerText] })
    }
    return { ...workFromJson(JSON.parse(text) as WorkJson), ...(held as HeldRegister).register }
  }

  return async (seq) => {
    const proven = await provenTexts(parts, seq, held?.version)
    if (proven === null) return null
    const { head, snapshotHash } = proven
    return { room: roomOf(proven), head, snapshotHash }
  }
}
