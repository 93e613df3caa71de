/**
 * AES-CBC under one account's key (ANSI/SIA DC-09-2007 5.4.6). The initialisation vector is 16 zero
 * bytes for every message. Nothing is padded or stripped here, since DC-09 pads in its own way (see
 * encipher.ts). A port: shared/ has no cryptography, and node/aes.ts is the adapter.
 */
export interface Cipher {
  /** The clear bytes, as many as came in; null unless they are one or more whole blocks. */
  decrypt(bytes: Uint8Array): Uint8Array | null
  /**
   * Takes one or more whole blocks. Throws a RangeError for anything else, which is our own fault.
   */
  encrypt(bytes: Uint8Array): Uint8Array
}

export const cipherBlock = 16
