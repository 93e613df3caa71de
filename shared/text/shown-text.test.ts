import { describe, expect, it } from 'vitest'
import { cutText, shownLines, shownText, unseenIn } from './shown-text'

describe('foreign text, kept or shown', () => {
  it('has a space for each run of control characters', () => {
    expect(shownText('Door\x07\x1b[31m\0x')).toBe('Door [31m x')
    expect(shownText('\r\n a\u0085\u2028b\t')).toBe('a b')
  })

  it.each([
    ['an override', 'Склад \u202etxt.exe\u202c', 'Склад txt.exe'],
    ['an isolate', '\u2067a\u2069', 'a'],
    ['a soft hyphen and zero widths', 'a\u00ad\u200b\u2060b', 'ab'],
    ['a mark of byte order inside', 'a\ufeffb', 'ab'],
    ['tags', 'a\u{e0041}\u{e007f}b', 'ab'],
    ['a filler of Hangul', '\u3164\u115fa\uffa0', 'a'],
    ['variation selectors', 'a\ufe0f\u{e0100}b', 'ab'],
    ['joiners between Latin or Cyrillic letters', 'a\u200db\u200cв', 'abв'],
    ['half a character', 'a\ud800b', 'ab'],
  ])('is without %s', (_, text, shown) => expect(shownText(text)).toBe(shown))

  it('of nothing that can be seen is empty', () =>
    expect(shownText(' \u200b\u3164\u2800\ufe0f\u{e0041}\u00a0\u202e\u200d')).toBe(''))

  it.each([
    'نمی\u200cخواهم',
    'क्\u200dष',
    '👨\u200d👩\u200d👧',
    '❤\ufe0f',
    '1\ufe0f\u20e3',
    'Oʻzbekiston',
    'й é',
  ])('keeps what is spelling: %s', (text) => expect(shownText(text)).toBe(text))

  it('keeps its lines where it is written in lines', () =>
    expect(shownLines('a\r\nb\u202e\x07c\n')).toBe('a\nb c'))
  it('is told what it would lose', () =>
    expect(unseenIn('a\u202eb\u00ad\u202e')).toEqual(['U+202E', 'U+00AD']))
  it('is not cut in the middle of a character', () => expect(cutText('a😀', 2)).toBe('a'))
})

it('reads each sign in the same way whether a text is plain at first sight or not', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code)
    // The sign at the end is not plain, so that all of the text is looked at.
    expect(shownText(`a${sign}b`), code.toString(16)).toBe(shownText(`a${sign}b\u200b`))
  }
})
