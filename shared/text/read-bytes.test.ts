import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1 } from '../dc09/bytes'
import { codePageNames, codePages } from './code-pages'
import { readBytes } from './read-bytes'

const utf8 = (text: string) => Buffer.from(text).toString('latin1')
const written = (text: string, page: (typeof codePageNames)[number]) =>
  text.replace(/[^\0-\x7f]/g, (sign) => String.fromCharCode(0x80 + codePages[page].indexOf(sign)))

describe('a text of the field', () => {
  it.each(['Tür Süd – Café €', 'Größe', 'Çöp', '5 €', 'Yo‘lak', 'ÖFFNUNG'])(
    'in Windows-1252 is read: %s',
    (text) => expect(readBytes(written(text, 'windows-1252'))).toBe(text),
  )

  it.each([
    'Касса',
    'Зал A',
    'Ёж',
    'А',
    'Завод №5',
    '«Юг»',
    'МЁД',
    'ТРЁХ',
    'Блок В',
    'Қ'.replace('Қ', 'Ў'),
  ])('in Windows-1251 is read: %s', (text) =>
    expect(readBytes(written(text, 'windows-1251'))).toBe(text),
  )

  it.each(['Кабинет 5%', 'Ғалла қабули', 'Tür', '€', '😀 Зал'])('in UTF-8 is read: %s', (text) =>
    expect(readBytes(utf8(text))).toBe(text),
  )

  it('cut at any byte is UTF-8 still, without the half character', () => {
    const whole = utf8('Кабинет № 5, Straße')
    for (let end = 3; end <= whole.length; end += 1)
      expect('Кабинет № 5, Straße').toContain(readBytes(whole.slice(0, end)))
    expect(readBytes(utf8('Straße').slice(0, 5))).toBe('Stra')
    expect(readBytes(utf8('Дом').slice(0, 3))).toBe('Д')
  })

  it('with one broken character loses that one', () =>
    expect(readBytes(`${utf8('Каби')}\xd0${utf8('нет')}`)).toBe('Каби\ufffdнет'))

  it.each(codePageNames)(
    'is read in %s when its account is said to use it, and as UTF-8 when it is that',
    (page) => {
      const text = page === 'windows-1252' ? 'Öl' : 'Склад'
      expect(readBytes(written(text, page), page)).toBe(text)
      expect(readBytes(utf8(text), page)).toBe(text)
      expect(readBytes(utf8('Склад').slice(0, 9), page)).toBe('Скла')
    },
  )

  it('never holds a control character, whatever the bytes and the setting', () => {
    const encodings = fc.constantFrom(undefined, 'utf-8' as const, ...codePageNames)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), encodings, (bytes, encoding) => {
        expect(readBytes(Buffer.from(bytes).toString('latin1'), encoding)).not.toMatch(
          /[\p{Cc}\p{Cs}\u202a-\u202e]/u,
        )
      }),
    )
  })

  it('of whatever characters that can be seen comes through UTF-8 as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[^\p{L}\p{N} ]|\p{Default_Ignorable_Code_Point}/gu, '').trim()
        expect(readBytes(utf8(plain))).toBe(plain)
        expect(bytesFromLatin1(utf8(plain)).length).toBe(Buffer.byteLength(plain))
      }),
    )
  })
})
