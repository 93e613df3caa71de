import { bytesFromLatin1, hex4, latin1FromBytes } from './bytes'

const escapes = Array.from({ length: 256 }, (_, byte) =>
  byte === 0x5c ? '\\\\' : `\\x${hex4(byte).slice(2)}`,
)

/**
 * The bytes as text: printable ASCII as it is, others as \x0A, a backslash doubled. `fromPrintable`
 * reverses it; at most four characters per byte.
 */
export function printable(bytes: Uint8Array): string {
  return latin1FromBytes(bytes).replace(
    /[^\x20-\x5b\x5d-\x7e]/g,
    (character) => escapes[character.charCodeAt(0)] ?? '',
  )
}

/** Recovers the bytes given to `printable`; null for text it cannot have written. */
export function fromPrintable(text: string): Uint8Array | null {
  if (!/^(?:[\x20-\x5b\x5d-\x7e]|\\\\|\\x[0-9A-F]{2})*$/.test(text)) return null
  const raw = text.replace(/\\(?:\\|x(..))/g, (_, hex?: string) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return bytesFromLatin1(raw)
}
