/**
 * AES-CBC under one account's key (ANSI/SIA DC-09-2007 5.4.6): the initialisation vector is 16 zero
 * bytes for every message, and nothing is padded or stripped here, since DC-09 pads in its own way
 * (see encipher.ts). A port: shared/ has no cryptography; node/aes.ts is the adapter.
 */
export interface Cipher {
  /**
   * The clear bytes, as many as came in; null when these are not a whole number of blocks, one or
   * more.
   */
  decrypt(bytes: Uint8Array): Uint8Array | null
  /**
   * The cipher text of a whole number of blocks, one or more. Throws a RangeError for anything
   * else: a fault of ours.
   */
  encrypt(bytes: Uint8Array): Uint8Array
}

export const cipherBlock = 16
