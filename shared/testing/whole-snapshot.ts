import { canonical } from '../journal/canonical'
import type { Sha256 } from '../journal/chain'
import type { Snapshot } from '../journal/journal-port'
import type { RoomJson } from '../room/room-json'

/** A snapshot with the whole room in it, as earlier versions stored it. */
export const wholeSnapshot = (
  room: RoomJson,
  sha256: Sha256,
  hash: string = sha256(canonical(room)),
): Snapshot => ({ seq: room.seq, at: room.at, hash, register: null, text: canonical(room) })
