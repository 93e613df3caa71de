import { createHash } from 'node:crypto'
import { canonical } from '../shared/journal/canonical'
import { createRoomTexts, type TextHash } from '../shared/room/parts-text'

const hash = (): TextHash => {
  const running = createHash('sha256')
  return {
    update: (text) => void running.update(text),
    digest: () => running.digest('hex'),
  }
}

/** Rooms as canonical text, which is hashed and compared. */
export const canonicalRoomTexts = () => createRoomTexts({ write: canonical, hash })

/** Rooms as text that is only read again, written in a fifth of the time. */
export const plainRoomTexts = () => createRoomTexts({ write: JSON.stringify, hash })
