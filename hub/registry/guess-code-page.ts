import { type CodePage, codePageNames, fromCodePage } from '../../shared/text/code-pages'

export interface CodePageGuess {
  readonly page: CodePage
  /** The next best page, when the text reads nearly as well in it; null when there is none. */
  readonly orElse: CodePage | null
}

/** Bytes of a file that are looked at: a register of hundreds of rows says enough. */
const lookedAt = 256 * 1024
const wordsIn = (latin1: string): readonly string[] =>
  latin1.slice(0, lookedAt).match(/[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*/g) ?? []

/**
 * How common each letter is in Russian, in units of 0.1 %, rounded (ruscorpora.ru, letter
 * frequencies). Uzbek in Cyrillic is close enough. Of its own four letters the code pages have only
 * ў; they count as rare.
 */
const frequencies: Readonly<Record<string, number>> = {
  о: 110,
  е: 85,
  а: 80,
  и: 74,
  н: 67,
  т: 63,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 19,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 15,
  й: 12,
  х: 10,
  ж: 9,
  ш: 7,
  ю: 6,
  ц: 5,
  щ: 4,
  э: 3,
  ф: 3,
  ў: 3,
  ъ: 1,
  ё: 1,
}
const latinLetter = /\p{Script=Latin}/u
const cyrillicLetter = /\p{Script=Cyrillic}/u
/** Signs that stand between words of any language, and do not show a wrong reading. */
const usualSigns = '№«»“”„’‘–—°§€…\u00a0'

/**
 * Cost of a letter that no word of this country has, or of a table frame in a word; in the units of
 * a common letter.
 */
const strange = -6

/**
 * The code page of a text that is not UTF-8: the one in which it looks most like words. `latin1` is
 * its bytes. Nothing is certain here, so a close call is reported.
 */
export function guessCodePage(latin1: string): CodePageGuess {
  const words = wordsIn(latin1)
  const text = words.join(' ')
  const ranked = codePageNames
    .map((page) => {
      const read = fromCodePage(text, page)
      return { page, read, score: scoreOf(read) / Math.max(1, words.length) }
    })
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (best === undefined) return { page: 'windows-1251', orElse: null }
  // Two pages that read the same leave no doubt: CP866 and the Mac's page share their capitals.
  const second = ranked.find(({ read }) => read !== best.read)
  const close = second && (best.score <= 0 || second.score > best.score * 0.75)
  return { page: best.page, orElse: close ? second.page : null }
}

/**
 * Share of words that may look wrong in a text that is read correctly: abbreviations and brands.
 */
const mostWrong = 0.1
/**
 * Letters of Windows-1252 that no language used here has. In Turkish, Polish or Baltic Windows text
 * these bytes are other letters.
 */
const rareLatin = /[þÞðÐýÝ]/

/**
 * A word that cannot be meant as it reads in this code page, when more than a few are like that:
 * the file was then written in another page. Null for a text that reads well. `latin1` is its
 * bytes.
 */
export function wrongWord(latin1: string, page: CodePage): string | null {
  const words = wordsIn(latin1).map((word) => fromCodePage(word, page))
  const wrong = words.filter(looksWrong)
  return wrong.length > words.length * mostWrong ? (wrong[0] ?? null) : null
}

/** Letters of neighbouring countries' Cyrillic, which the frequencies leave out. */
const neighbours = /[іїєґ]/i
const signsBehind = /[²³®™°]+$/

/** Signs inside a word, two scripts in one, a capital after a small letter, or rare letters. */
function looksWrong(word: string): boolean {
  if (rareLatin.test(word)) return true
  let before = ' '
  for (const sign of word.replace(signsBehind, '')) {
    const apart = usualSigns.includes(sign)
    const odd = signScore(sign) === strange && !neighbours.test(sign)
    if (!apart && (odd || pairScore(before, sign) === strange)) return true
    before = apart ? ' ' : sign
  }
  return false
}

function scoreOf(text: string): number {
  let score = 0
  let before = ' '
  for (const sign of text) {
    score += signScore(sign) + pairScore(before, sign)
    before = sign
  }
  return score
}

function signScore(sign: string): number {
  if (sign <= '\x7f' || usualSigns.includes(sign)) return 0
  const frequency = frequencies[sign.toLowerCase()]
  if (frequency !== undefined) return Math.log2(1 + frequency) - 2
  return latinLetter.test(sign) ? 0.5 : strange
}

/**
 * Words are in one script and do not go on in capitals; two accented letters in a row are rare in
 * any Latin language.
 */
function pairScore(before: string, sign: string): number {
  if (before === ' ' || sign === ' ') return 0
  const mixed =
    cyrillicLetter.test(before) !== cyrillicLetter.test(sign) && isLetter(before) && isLetter(sign)
  if (mixed) return strange
  if (!cyrillicLetter.test(sign)) return before > '\x7f' && sign > '\x7f' && isLetter(sign) ? -3 : 0
  return isLower(before) && !isLower(sign) && isLetter(before) ? strange : 0
}

const isLetter = (sign: string): boolean => latinLetter.test(sign) || cyrillicLetter.test(sign)
const isLower = (sign: string): boolean => sign === sign.toLowerCase()
