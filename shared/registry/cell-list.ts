/*
 * Lists inside a cell. `;` separates items; `=` (zones, words) or `|` (contacts) separates the
 * parts of an item. A `\` before one of these, or before another `\`, makes it an ordinary
 * character. Spaces around an item or part are ignored.
 */

const special = ';=|\\'

export const writePart = (text: string): string => text.replace(/[\\;=|]/g, '\\$&')

export const readPart = (raw: string): string => raw.trim().replace(/\\([\\;=|])/g, '$1')

/**
 * Splits a cell without unescaping. `most` limits the pieces, as in `split`, but the last piece
 * holds the whole rest.
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

export const itemsOf = (cell: string): string[] =>
  splitRaw(cell, ';').filter((item) => item.trim() !== '')

export const listOf = (items: readonly string[]): string => items.join('; ')
