import { z } from 'zod'
import { type CodePage, codePageNames, fromCodePage } from './code-pages'
import { shownText } from './shown-text'
import { readUtf8, type Utf8Reading } from './utf8'

/** How an account's texts are encoded, where somebody has said so. */
export const textEncodingSchema = z.enum(['utf-8', ...codePageNames])
export type TextEncoding = z.output<typeof textEncodingSchema>

/**
 * Field text as a person reads it, from bytes given as Latin-1 characters. Every way in uses this
 * one reader. UTF-8 is read as such (it occurs in practice although DC-09 specifies Windows-1252);
 * otherwise the account's encoding decides, or else what the bytes look like. Panels cut texts at a
 * byte count, so half a character at the end is left out.
 */
export const readBytes = (latin1: string, encoding?: TextEncoding): string =>
  shownText(decoded(latin1, encoding))

/**
 * A whole text of many fields, with its control characters and line ends. Without an encoding, it
 * finds one as `readBytes` does, and returns it.
 */
export function readWhole(latin1: string, encoding?: TextEncoding) {
  return { text: decoded(latin1, encoding), encoding: encoding ?? likelyEncoding(latin1) }
}

const likelyEncoding = (latin1: string): TextEncoding =>
  looksUtf8(latin1, readUtf8(latin1)) ? 'utf-8' : likelyPage(latin1)

function decoded(latin1: string, encoding: TextEncoding | undefined): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1
  const utf8 = readUtf8(latin1)
  if (encoding === 'utf-8') return utf8.text
  // When another encoding is set, the text counts as UTF-8 only if all of it is: a few characters
  // may look like it by chance.
  const isUtf8 =
    encoding === undefined ? looksUtf8(latin1, utf8) : utf8.broken === 0 && utf8.whole > 0
  return isUtf8 ? utf8.text : fromCodePage(latin1, encoding ?? likelyPage(latin1))
}

function looksUtf8(latin1: string, { whole, broken, cut }: Utf8Reading): boolean {
  if (whole > 0) {
    // A capital and one of these is also how Windows-1251 writes `МЁД`, `ПЛ»` and `В№`.
    const doubtful = latin1.match(/[\xc2-\xdf][\xa0\xa8\xab\xb8\xb9\xbb]/g)?.length ?? 0
    return whole - doubtful >= broken + (doubtful > 0 && cut > 0 ? 1 : 0)
  }
  if (broken > 0 || cut === 0) return false
  // Nothing but half a character: `Stra` and the first byte of a `ß`, or `Café` in Windows-1252.
  return cut > 1 || /[a-z][\xc2-\xdf]$/.test(latin1)
}

/** Letters of Windows-1251, without those of languages not spoken here. */
const cyrillic = '[\\xa1\\xa2\\xa8\\xb8\\xc0-\\xff]'
const cyrillicPair = new RegExp(`(?=${cyrillic}{2})`, 'g')
const mixedPair = new RegExp(`(?=[A-Za-z]${cyrillic}|${cyrillic}[A-Za-z])`, 'g')
const word = new RegExp(`(?:[A-Za-z]|${cyrillic})+`, 'g')

/**
 * Windows-1251 or Windows-1252. Cyrillic words consist of such bytes; Latin words have only a
 * letter here and there. When this does not decide (a single letter), Cyrillic is more likely here.
 */
function likelyPage(latin1: string): CodePage {
  const count = (pattern: RegExp, text = latin1) => text.match(pattern)?.length ?? 0
  const words = latin1.match(word) ?? []
  const foreign = words.filter((letters) => /[^A-Za-z]/.test(letters))
  // Only signs: the numero sign decides; the others are the same in both pages or do not occur in
  // Cyrillic.
  if (foreign.length === 0) return latin1.includes('\xb9') ? 'windows-1251' : 'windows-1252'
  const balance = count(cyrillicPair) - count(mixedPair)
  if (balance !== 0) return balance > 0 ? 'windows-1251' : 'windows-1252'
  const mixed = foreign.filter((letters) => /[A-Za-z]/.test(letters)).length
  return mixed > foreign.length - mixed ? 'windows-1252' : 'windows-1251'
}
