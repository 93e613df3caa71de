import { describe, expect, it } from 'vitest'
import { type CodePage, codePageNames, codePages, fromCodePage } from '../../shared/text/code-pages'
import { guessCodePage, wrongWord } from './guess-code-page'

/** A text as bytes of a code page, as Latin-1 characters. */
const inPage = (text: string, page: CodePage): string =>
  [...text]
    .map((sign) => {
      if (sign <= '\x7f') return sign
      const at = codePages[page].indexOf(sign)
      if (at < 0) throw new Error(`${page} has no ${sign}`)
      return String.fromCharCode(0x80 + at)
    })
    .join('')

const cyrillicPages = codePageNames.filter((page) => page !== 'windows-1252')
const registers = {
  'a few rows': 'account;name;town\r\nC201;Магазин "Весна";Карши\r\nC202;Аптека;Китаб\r\n',
  'one short name': 'account;name\nC1;Аптека\n',
  'capitals only, as programs for DOS wrote':
    'СЧЕТ;ИМЯ\nA1;ШКОЛА НОМЕР ПЯТЬ;УЛИЦА НАВОИ\nA2;ДЕТСКИЙ САД;ШАХРИСАБЗ\n',
  'streets and contacts':
    'Отделение банка;Китаб;ул. Мустакиллик, 14;Сторож;Юлдашев\nСклад готовой продукции;Яккабаг;Заведующая\n',
}

describe('The code page of a register', () => {
  for (const [what, text] of Object.entries(registers))
    it.each(cyrillicPages)(`is found for ${what} in %s`, (page) => {
      const bytes = inPage(text, page)
      expect(fromCodePage(bytes, guessCodePage(bytes).page)).toBe(text)
    })

  it('is Windows-1252 for names of Western Europe', () => {
    const text = 'name\nTür Süd – Café\nBüro München\nSeñor Núñez\n'
    expect(guessCodePage(inPage(text, 'windows-1252')).page).toBe('windows-1252')
  })

  it('is said to be a close call where it is one', () => {
    expect(guessCodePage('name\n\xe0\xe1\n').orElse).not.toBeNull()
  })
})

describe('A text read in a code page it was not written in', () => {
  it.each([
    ['Western names in CP437', 'caf\x82 M\x81nchen Stra\xe1e', 'windows-1252'],
    ['Turkish names of Windows-1254', 'G\xfcne\xfe Da\xf0 Kap\xfd', 'windows-1252'],
    [
      'Polish names of Windows-1250',
      'Wroc\xb3aw, \xb3azienki, pi\xea\xe6 wie\xbfy',
      'windows-1252',
    ],
    ['Russian in CP855', '\xe1\xc7\xd0\xa0\xa8 \xb7\xb2\xe1\xd0\xa0', 'windows-1251'],
  ] as const)('has words that cannot be meant: %s', (_, bytes, page) =>
    expect(wrongWord(bytes, guessCodePage(bytes).page) ?? wrongWord(bytes, page)).not.toBeNull(),
  )

  it('is told by the word that shows it', () =>
    expect(wrongWord(inPage('Магазин; Касса; Аптека', 'cp866'), 'windows-1251')).not.toBeNull())
})

describe('A text read in its own code page', () => {
  const texts = [
    ...Object.values(registers),
    'Склад «Весна» №\u00a05; 5 °C; ул. Навои – дом 3; Київська',
  ]
  it.each(texts)('has no word that looks wrong: %s', (text) =>
    expect(wrongWord(inPage(text, 'windows-1251'), 'windows-1251')).toBeNull(),
  )
})
