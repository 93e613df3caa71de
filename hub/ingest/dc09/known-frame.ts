import { decipherFrame } from '../../../shared/dc09/decipher'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import type { Frame } from '../../../shared/dc09/frame'
import { lenient } from '../../../shared/dc09/tolerances'
import type { AccountKnowledge } from './admission'

export const knownFrame =
  ({ cipherOf }: Pick<AccountKnowledge, 'cipherOf'>) =>
  (bytes: Uint8Array): Frame | null => {
    const frame = decodeFrame(bytes, lenient)
    if (frame.kind === 'unreadable') return null
    if (!frame.encrypted) return frame
    const cipher = frame.account === null ? null : cipherOf(frame.account)
    const clear = cipher && decipherFrame(frame, cipher)
    return clear?.kind === 'frame' ? clear : null
  }
