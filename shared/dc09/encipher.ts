import { bytesFromLatin1, hexText } from './bytes'
import { type Cipher, cipherBlock } from './cipher'

/**
 * What no pad may hold, since a receiver looks for them to find its end: | [ ] (DC-09-2013 5.4.4).
 */
const isForbidden = (byte: number): boolean => byte === 0x7c || byte === 0x5b || byte === 0x5d

/** Replaces forbidden characters, and fills the whole pad when none is given. */
const filler = 0x30

/**
 * The cipher text in hex of what follows the opening bracket of a message. `pad`: random bytes, of
 * which as many are used as are needed, 16 at most; shared/ draws none itself. Without them a fixed
 * filler is used, which is enough for what holds no secret: of an ACK everything that is encrypted
 * can be guessed from its header and the clock anyway. A sender of events gives random ones, since
 * with the standard's constant initialisation vector they alone keep two equal events from looking
 * equal.
 */
export function encipher(text: string, cipher: Cipher, pad: Uint8Array = new Uint8Array()): string {
  // Never none: what is already aligned gets a block more (5.4.4.3).
  const length = cipherBlock - ((text.length + 1) % cipherBlock)
  const clear = new Uint8Array(length + 1 + text.length).fill(filler, 0, length)
  for (let at = 0; at < length && at < pad.length; at++) {
    const byte = pad[at] ?? filler
    if (!isForbidden(byte)) clear[at] = byte
  }
  clear.set(bytesFromLatin1(`|${text}`), length)
  return hexText(cipher.encrypt(clear))
}
