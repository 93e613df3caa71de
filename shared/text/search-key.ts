/*
 * Uzbek is written in four ways: in Cyrillic, in Latin with `oʻ gʻ sh ch`, in Latin with `ö ğ ş ç`,
 * and in either with whatever apostrophe the keyboard has. All lead to one key of small Latin
 * letters. Letters that only one spelling tells apart (q and k, x and h, o and oʻ) have the same
 * key: a search that finds one too many costs a glance, one that misses costs the case.
 *
 * The letter `sh` and an s followed by an h stay apart (Isʼhoq is not Işoq). The key writes the
 * latter with `ʼ` between them, whatever the spelling.
 */

/** U+02BB belongs to oʻ and gʻ, U+02BC is the tutuq; people type any of these for either. */
const apostrophes = /['`´\u02b9-\u02bd\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\ua78c\uff07]/g

/** Stands between an s and an h that are two letters. Unicode counts it as a letter. */
const joint = '\u02bc'

const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'j', з: 'z', и: 'i' },
  ...{ й: 'y', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ у: 'u', ў: 'o', ф: 'f', х: 'x', ҳ: 'x', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i' },
  ...{ ь: '', э: 'e', ю: 'yu', я: 'ya' },
}

/** Nearly all machine text: only its case needs changing. */
const plain = /^[a-pr-wy-z0-9 ]*$/

/** Lower case without language rules: a Turkish ı is an i like any other. */
const lower = (text: string): string => text.toLowerCase().replace(/ı/g, 'i')

/** Texts with the same key count as the same in a search. */
export function searchKey(text: string): string {
  const small = lower(text)
  if (plain.test(small) && !/kh|ye/.test(small)) return small
  return (
    small
      .normalize('NFC')
      // A cedilla or a comma below, depending on the font.
      .replace(/[şș]/g, 'sh')
      .replace(/ç/g, 'ch')
      .replace(apostrophes, joint)
      .replace(/[а-яёўқғҳ]/g, (letter) => cyrillic[letter] ?? letter)
      .replace(/s\u02bc+h|sx/g, 's\u02bcx')
      .replace(/(?<!s)\u02bc|\u02bc(?!x)/g, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/q/g, 'k')
      .replace(/kh|x/g, 'h')
      // `е` is written `ye` at the start of a word or after a vowel, in one script only.
      .replace(/ye/g, 'e')
  )
}

const words = /[\p{L}\p{N}]+/gu

/** Search keys of a text's words. Anything but letters and digits separates words. */
export const searchWords = (text: string): string[] => searchKey(text).match(words) ?? []
