import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type Cipher, cipherBlock } from '../shared/dc09/cipher'

/**
 * AES-CBC with a zero initialisation vector under one key of 16, 24 or 32 bytes (AES-128, -192,
 * -256); throws a RangeError for a key of any other length.
 *
 * OpenSSL's set-up of a key takes four times as long as a message of DC-09 (2.9 µs against 0.6 µs),
 * so it is done once for each direction, when first used, and kept: about 1 kB each. Keep the
 * Cipher of an account rather than make it anew.
 */
export function cipherOf(key: Uint8Array): Cipher {
  const bits = key.length * 8
  if (bits !== 128 && bits !== 192 && bits !== 256)
    throw new RangeError(`No AES key has ${key.length} bytes`)
  const own = Uint8Array.from(key)
  let decrypting: ((bytes: Uint8Array) => Uint8Array) | null = null
  let encrypting: ((bytes: Uint8Array) => Uint8Array) | null = null
  return {
    decrypt(bytes) {
      if (!isWhole(bytes)) return null
      decrypting ??= decryption(bits, own)
      return decrypting(bytes)
    },
    encrypt(bytes) {
      if (!isWhole(bytes))
        throw new RangeError(`${bytes.length} bytes are no whole number of blocks`)
      encrypting ??= encryption(bits, own)
      return encrypting(bytes)
    },
  }
}

const isWhole = ({ length }: Uint8Array): boolean => length > 0 && length % cipherBlock === 0

/**
 * ECB keeps nothing from message to message; each block is then chained to the previous cipher
 * text, which makes it CBC.
 */
function decryption(bits: number, key: Uint8Array) {
  const blocks = createDecipheriv(`aes-${bits}-ecb`, key, null).setAutoPadding(false)
  return (bytes: Uint8Array): Uint8Array => {
    const clear = blocks.update(bytes)
    for (let at = cipherBlock; at < clear.length; at++)
      clear[at] = (clear[at] ?? 0) ^ (bytes[at - cipherBlock] ?? 0)
    return clear
  }
}

/**
 * One endless CBC stream would chain each message to the last block of the one before. XORing that
 * block into the first block of the next message cancels it out: the result is what a new stream
 * with a zero vector would give.
 */
function encryption(bits: number, key: Uint8Array) {
  const stream = createCipheriv(`aes-${bits}-cbc`, key, new Uint8Array(cipherBlock)).setAutoPadding(
    false,
  )
  let last: Uint8Array = new Uint8Array(cipherBlock)
  return (bytes: Uint8Array): Uint8Array => {
    const chained = Uint8Array.from(bytes)
    for (let at = 0; at < cipherBlock; at++) chained[at] = (chained[at] ?? 0) ^ (last[at] ?? 0)
    const sealed = stream.update(chained)
    last = sealed.slice(-cipherBlock)
    return sealed
  }
}
