/*
 * Lists inside a cell: items apart by `;`, the parts of an item by `=` (zones, words) or `|`
 * (contacts). A `\` before one of these, or before a `\`, makes it an ordinary character. Spaces
 * around an item or part do not count.
 */

const special = ';=|\\'

/** Escapes a text for a list, so that its separators count as ordinary characters. */
export const writePart = (text: string): string => text.replace(/[\\;=|]/g, '\\$&')

/** Undoes `writePart` and trims the spaces around the part. */
export const readPart = (raw: string): string => raw.trim().replace(/\\([\\;=|])/g, '$1')

/**
 * Raw pieces of a cell between separators; `most` as for `split`, except that the last piece holds
 * all that is left.
 */
export function splitRaw(
  text: string,
  separator: ';' | '=' | '|',
  most = Number.POSITIVE_INFINITY,
): string[] {
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < text.length && pieces.length + 1 < most; at += 1) {
    const character = text.charAt(at)
    if (character === '\\' && at + 1 < text.length && special.includes(text.charAt(at + 1))) at += 1
    else if (character === separator) {
      pieces.push(text.slice(from, at))
      from = at + 1
    }
  }
  pieces.push(text.slice(from))
  return pieces
}

/** The raw items of a list; empty ones (two `;` in a row, one at the end) do not count. */
export const itemsOf = (cell: string): string[] =>
  splitRaw(cell, ';').filter((item) => item.trim() !== '')

export const listOf = (items: readonly string[]): string => items.join('; ')
