import { decipherFrame } from '../../../shared/dc09/decipher'
import { decodeFrame } from '../../../shared/dc09/frame'
import { lenient } from '../../../shared/dc09/tolerances'
import type { AccountKnowledge } from './admission'

/** The content of a frame that was acknowledged before, by which a repetition of it is known; null when its key has changed since. */
export const knownContent =
  ({ cipherOf }: Pick<AccountKnowledge, 'cipherOf'>) =>
  (bytes: Uint8Array): string | null => {
    const frame = decodeFrame(bytes, lenient)
    if (frame.kind === 'unreadable') return null
    if (!frame.encrypted) return frame.content
    const cipher = frame.account === null ? null : cipherOf(frame.account.toUpperCase())
    const clear = cipher && decipherFrame(frame, cipher)
    return clear?.kind === 'frame' ? clear.content : null
  }
