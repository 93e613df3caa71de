/*
 * What foreign text may hold when stored or shown: nothing that moves a cursor, ends a line, turns
 * the direction of its neighbours, or makes two names differ invisibly.
 */

/**
 * Control characters, line and paragraph separators, and the braille sign without a dot: all look
 * like a gap.
 */
const gaps = /[\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu
const gapsWithinLines = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu

/**
 * Direction marks, zero widths, soft hyphens, byte order marks, tags, variation selectors, fillers,
 * annotations, half surrogates and noncharacters.
 */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u{1d159}\p{Noncharacter_Code_Point}\p{Cs}]/gu

const joiners = new Set(['\u200c', '\u200d'])
/** Scripts in which a joiner or non-joiner is spelling, Persian and those of India above all. */
const joiningLetter =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const joiningNext = new RegExp(joiningLetter.source.replace(/\$$/, '').replace(/^/, '^'), 'u')
const picture = /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*$/u
const pictureNext = /^\p{Extended_Pictographic}/u

/** Whether the sign is part of its neighbours: an emoji of several characters, or spelling. */
function belongs(sign: string, before: string, after: string): boolean {
  if (sign === '\ufe0f')
    return (
      /\p{Extended_Pictographic}$/u.test(before) ||
      (/[0-9#*]$/.test(before) && after.startsWith('\u20e3'))
    )
  if (!joiners.has(sign)) return false
  if (sign === '\u200d' && picture.test(before) && pictureNext.test(after)) return true
  return joiningLetter.test(before) && joiningNext.test(after)
}

/** How much text beside a sign is examined: a picture with its modifiers. */
const beside = 8

/** Every invisible sign that belongs to nothing, as `U+202E`. */
export function unseenIn(text: string): string[] {
  const found = new Set<string>()
  withoutUnseen(text, (sign) =>
    found.add(`U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
  )
  return [...found]
}

export function withoutUnseen(text: string, dropped: (sign: string) => void = () => {}): string {
  return text.replace(unseen, (sign, at: number) => {
    const end = at + sign.length
    if (belongs(sign, text.slice(Math.max(0, at - beside), at), text.slice(end, end + beside)))
      return sign
    dropped(sign)
    return ''
  })
}

/**
 * Only characters that are neither gaps nor unseen: nearly all text, and several times faster to
 * test.
 */
const plain =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u061b\u061d-\u115e\u1161-\u17b3\u17b6-\u180a\u1810-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u27ff\u2801-\u3163\u3165-\ud7ff\ue000-\ufdcf\ufdf0-\ufdff\ufe10-\ufefe\uff00-\uff9f\uffa1-\uffef]*$/

/**
 * One line of foreign text: gaps become a space, unseen characters are dropped, the ends are
 * trimmed.
 */
export const shownText = (text: string): string =>
  plain.test(text) ? text.trim() : withoutUnseen(text.replace(gaps, ' ')).trim()

/** Never ends in half a character. */
export const cutText = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** Like {@link shownText}, but keeps line breaks. */
export const shownLines = (text: string): string =>
  withoutUnseen(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(gapsWithinLines, ' ')).trim()
