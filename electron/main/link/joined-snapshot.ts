import { textPartsOf } from '../../../node/room-texts'
import { roomFromJson } from '../../../shared/room/parts'
import type { JoinedSnapshot, SnapshotMessage } from '../../../shared/wire/console-feed'

/** A snapshot with its register as one text. Also accepts hubs that still send whole rooms. */
export function joinedSnapshot({ seq, hash, room }: SnapshotMessage): JoinedSnapshot {
  if ('work' in room) {
    const { version, register, work } = room
    return { seq, hash, room: { version, register: register?.join('') ?? null, work } }
  }
  return { seq, hash, room: textPartsOf(roomFromJson(room)) }
}
