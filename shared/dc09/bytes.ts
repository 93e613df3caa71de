export const LF = 0x0a
export const CR = 0x0d

/** Characters in one String.fromCharCode call; far below every engine's limit on arguments. */
const charactersPerCall = 4096

/**
 * Each byte becomes the character of the same number, so nothing is lost and offsets stay the same.
 */
export function latin1FromBytes(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = ''
  for (let at = from; at < to; at += charactersPerCall) {
    text += Reflect.apply(
      String.fromCharCode,
      null,
      bytes.subarray(at, Math.min(at + charactersPerCall, to)),
    )
  }
  return text
}

/** The inverse of `latin1FromBytes`; a character above 0xFF becomes a question mark. */
export function bytesFromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes[at] = code > 0xff ? 0x3f : code
  }
  return bytes
}

/**
 * The value of the hex digits in `bytes[from..to)`, in either case; -1 when one is not a hex digit.
 */
export function hexValue(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    const letter = byte | 0x20
    if (byte >= 0x30 && byte <= 0x39) value = value * 16 + byte - 0x30
    else if (letter >= 0x61 && letter <= 0x66) value = value * 16 + letter - 0x57
    else return -1
  }
  return value
}

/**
 * Reads pairs of hex digits, in either case, in `bytes[from..to)`; null when there is anything
 * else.
 */
export function bytesFromHex(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  if ((to - from) % 2 !== 0) return null
  const result = new Uint8Array((to - from) / 2)
  for (let at = 0; at < result.length; at++) {
    const value = hexValue(bytes, from + 2 * at, from + 2 * at + 2)
    if (value < 0) return null
    result[at] = value
  }
  return result
}

const hexPairs = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
)

export function hexText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at++) text += hexPairs[bytes[at] ?? 0]
  return text
}

export const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')
