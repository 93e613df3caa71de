export interface Utf8Reading {
  /** U+FFFD stands for broken bytes; a character cut in half at the end is left out. */
  readonly text: string
  /** Complete characters of several bytes. */
  readonly whole: number
  /** Broken ones, without the one cut at the end. */
  readonly broken: number
  /** Bytes of the character cut at the end, or 0. */
  readonly cut: number
}

/**
 * What may follow a lead byte (Unicode 16, table 3-7). Excludes overlong forms, surrogates and
 * anything beyond U+10FFFF.
 */
const sequence =
  /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|\xed[\x80-\x9f]|[\xe1-\xec\xee\xef][\x80-\xbf])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|\xf4[\x80-\x8f]|[\xf1-\xf3][\x80-\xbf])[\x80-\xbf]{2}/
const unfinished =
  /(?:[\xc2-\xf4]|\xe0[\xa0-\xbf]|\xed[\x80-\x9f]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]?|\xf4[\x80-\x8f][\x80-\xbf]?|[\xf1-\xf3][\x80-\xbf]{1,2})$/
const piece = new RegExp(`${sequence.source}|[\\x80-\\xff]`, 'g')

export function readUtf8(latin1: string): Utf8Reading {
  const cut = unfinished.exec(latin1)?.[0].length ?? 0
  let whole = 0
  let broken = 0
  const text = latin1.slice(0, latin1.length - cut).replace(piece, (bytes) => {
    if (bytes.length > 1) {
      whole += 1
      return String.fromCodePoint(codePoint(bytes))
    }
    broken += 1
    return '\ufffd'
  })
  return { text, whole, broken, cut }
}

function codePoint(bytes: string): number {
  const lead = bytes.charCodeAt(0) & (0xff >> (bytes.length + 1))
  return [...bytes.slice(1)].reduce(
    (value, byte) => (value << 6) | (byte.charCodeAt(0) & 0x3f),
    lead,
  )
}
