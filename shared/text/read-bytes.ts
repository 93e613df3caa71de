import { z } from 'zod'
import { type CodePage, codePageNames, fromCodePage } from './code-pages'
import { shownText } from './shown-text'
import { readUtf8, type Utf8Reading } from './utf8'

/** How the texts of an account are written, where somebody has said so. */
export const textEncodingSchema = z.enum(['utf-8', ...codePageNames])
export type TextEncoding = z.output<typeof textEncodingSchema>

/**
 * Field text as a person reads it, from bytes given as Latin-1 characters; the one reader for all
 * ways in. What is UTF-8 is read so (met in practice although DC-09 speaks of Windows-1252),
 * otherwise by what is said of the account, otherwise by what the bytes look like. Panels cut texts
 * at a number of bytes: half a character at the end is left out.
 */
export const readBytes = (latin1: string, encoding?: TextEncoding): string =>
  shownText(decoded(latin1, encoding))

/**
 * A whole text of many fields, undressed: control characters and line ends stand as they came.
 * Where no encoding is given, it is found as `readBytes` finds it, and told.
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
  // Said to be another, it is UTF-8 only when all of it is: by chance a few characters look like
  // it.
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

/** Letters of Windows-1251, those of no language spoken here left out. */
const cyrillic = '[\\xa1\\xa2\\xa8\\xb8\\xc0-\\xff]'
const cyrillicPair = new RegExp(`(?=${cyrillic}{2})`, 'g')
const mixedPair = new RegExp(`(?=[A-Za-z]${cyrillic}|${cyrillic}[A-Za-z])`, 'g')
const word = new RegExp(`(?:[A-Za-z]|${cyrillic})+`, 'g')

/**
 * Windows-1251 or Windows-1252. Cyrillic words consist of such bytes; of Latin ones a letter here
 * and there does. Where this does not decide (a letter alone), Cyrillic is what is written here.
 */
function likelyPage(latin1: string): CodePage {
  const count = (pattern: RegExp, text = latin1) => text.match(pattern)?.length ?? 0
  const words = latin1.match(word) ?? []
  const foreign = words.filter((letters) => /[^A-Za-z]/.test(letters))
  // Only signs: the numero sign is the one that tells; the others are the same in both or not to be
  // met in Cyrillic.
  if (foreign.length === 0) return latin1.includes('\xb9') ? 'windows-1251' : 'windows-1252'
  const balance = count(cyrillicPair) - count(mixedPair)
  if (balance !== 0) return balance > 0 ? 'windows-1251' : 'windows-1252'
  const mixed = foreign.filter((letters) => /[A-Za-z]/.test(letters)).length
  return mixed > foreign.length - mixed ? 'windows-1252' : 'windows-1251'
}
