import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Cipher } from '../dc09/cipher'

/**
 * AES-CBC in the plain way, with a new cipher for each message: the measure for other
 * implementations.
 */
export function oneShotCipher(key: Uint8Array): Cipher {
  const name = `aes-${key.length * 8}-cbc`
  const run = (how: typeof createCipheriv | typeof createDecipheriv, bytes: Uint8Array) => {
    const stream = how(name, key, new Uint8Array(16)).setAutoPadding(false)
    return new Uint8Array(Buffer.concat([stream.update(bytes), stream.final()]))
  }
  return {
    decrypt: (bytes) =>
      bytes.length > 0 && bytes.length % 16 === 0 ? run(createDecipheriv, bytes) : null,
    encrypt: (bytes) => run(createCipheriv, bytes),
  }
}
