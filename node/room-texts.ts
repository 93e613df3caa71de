import { createHash } from 'node:crypto'
import { type TextParts, workToJson } from '../shared/room/parts'
import { createRoomTexts, type RoomTexts, type TextHash } from '../shared/room/parts-text'
import type { WholeRoom } from '../shared/room/room'

const hash = (): TextHash => {
  const running = createHash('sha256')
  return {
    update: (text) => void running.update(text),
    digest: () => running.digest('hex'),
  }
}

export const roomTexts = (): RoomTexts => createRoomTexts(hash)

export function textPartsOf(room: WholeRoom, texts: RoomTexts = roomTexts()): TextParts {
  const { version, pieces } = texts.registerAtOnce(room)
  return { version, register: pieces.join(''), work: workToJson(room) }
}
