import { bytesFromLatin1, hexText } from './bytes'
import { type Cipher, cipherBlock } from './cipher'

/**
 * Characters no pad may hold, since a receiver finds the pad's end by them: | [ ] (DC-09-2013
 * 5.4.4).
 */
const isForbidden = (byte: number): boolean => byte === 0x7c || byte === 0x5b || byte === 0x5d

/** Replaces forbidden characters, and fills the whole pad when none is given. */
const filler = 0x30

/**
 * Enciphers what follows a message's opening bracket; returns hex. `pad` holds random bytes
 * (shared/ draws none itself), of which at most 16 are used.
 *
 * Without a pad a fixed filler is used. That is enough where nothing is secret: everything
 * encrypted in an ACK can be guessed from its header and the clock. A sender of events must give
 * random bytes: with the standard's constant initialisation vector, they alone keep two equal
 * events from looking equal.
 */
export function encipher(text: string, cipher: Cipher, pad: Uint8Array = new Uint8Array()): string {
  // Never none: aligned text gets a whole block (5.4.4.3).
  const length = cipherBlock - ((text.length + 1) % cipherBlock)
  const clear = new Uint8Array(length + 1 + text.length).fill(filler, 0, length)
  for (let at = 0; at < length && at < pad.length; at++) {
    const byte = pad[at] ?? filler
    if (!isForbidden(byte)) clear[at] = byte
  }
  clear.set(bytesFromLatin1(`|${text}`), length)
  return hexText(cipher.encrypt(clear))
}
