import { accountOf, accountSchema } from '../sites/account'
import { type Fault, fault, isFault, said } from './fault'

/**
 * What a site's text may not hold: control characters (the journal's store cuts at NUL) and half
 * surrogates.
 */
const unfit = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u

export const readText = (cell: string): string | Fault =>
  unfit.test(cell) ? fault('holds a character that cannot be shown') : cell.trim()

export function readName(cell: string): string | Fault {
  return cell.trim() === '' ? fault('must not be empty') : readText(cell)
}

/** Accepts capitals, and spaces or `_` in place of `-`. */
export const readWord =
  <Word extends string>(words: readonly Word[]) =>
  (cell: string): Word | Fault => {
    const plain = cell
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
    const word = words.find((candidate) => candidate.toLowerCase() === plain)
    if (word !== undefined) return word
    const choice = `it must be one of ${words.join(', ')}`
    return fault(
      plain === '' ? `must not be empty; ${choice}` : `${said(cell)} is not known; ${choice}`,
    )
  }

export function readDegrees(cell: string): number | Fault {
  const text = cell.trim()
  if (text === '') return fault('must not be empty')
  if (!/^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text))
    return fault(`${said(text)} is not a number of degrees like 38.8606`)
  return Number(text.replace(',', '.'))
}

export const readWholeNumber =
  (unit: string) =>
  (cell: string): number | Fault => {
    const text = cell.trim()
    return /^[+-]?\d{1,9}$/.test(text)
      ? Number(text)
      : fault(`${said(text)} is not a whole number of ${unit}`)
  }

export const orEmpty =
  <Value, Empty>(read: (cell: string) => Value | Fault, empty: Empty) =>
  (cell: string): Value | Empty | Fault =>
    cell.trim() === '' ? empty : read(cell)

/**
 * Longest text examined for what may have happened to it: the pattern's time grows with the square
 * of the length.
 */
const longestMangled = 40

export function readAccount(cell: string): string | Fault {
  const text = accountOf(cell.trim())
  if (accountSchema.safeParse(text).success) return text
  if (text === '') return fault('must not be empty')
  const mangled = text.length <= longestMangled && /^\d+[.,]?\d*E\+\d+$/.test(text)
  const why = mangled
    ? '; a spreadsheet has made a number of it: give the column the format "text"'
    : ''
  return fault(`${said(text)} is not an account of 1 to 16 hexadecimal digits${why}`)
}

export function readEach<Item>(
  items: readonly string[],
  read: (item: string, at: number) => Item | Fault,
): Item[] | Fault {
  const values: Item[] = []
  for (const [at, item] of items.entries()) {
    const value = read(item, at)
    if (isFault(value)) return value
    values.push(value)
  }
  return values
}
