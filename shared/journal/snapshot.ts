import type { RegisterText, RoomTexts } from '../room/parts-text'
import type { WholeRoom } from '../room/room'
import type { Sha256 } from './chain'
import type { Snapshot } from './journal-port'

/** What a snapshot's hash covers. The version in it covers the register. */
export const hashedText = ({ register, text }: Pick<Snapshot, 'register' | 'text'>): string =>
  register === null ? text : `{"register":"${register}","work":${text}}`

/** A snapshot of a room, and the register to store with it. */
export function snapshotOf(
  room: WholeRoom,
  texts: RoomTexts,
  sha256: Sha256,
): { readonly snapshot: Snapshot; readonly register: RegisterText } {
  const register = texts.registerAtOnce(room)
  const parts = { register: register.version, text: [...texts.work(room)].join('') }
  const { seq, at } = room
  return { snapshot: { seq, at, hash: sha256(hashedText(parts)), ...parts }, register }
}
