import { describe, expect, it } from 'vitest'
import { searchKey, searchWords } from './search-key'

describe('the search key of a word', () => {
  it.each([
    ['Ўзбекистон', 'Oʻzbekiston', "O'zbekiston", 'O‘zbekiston', 'Özbekiston', 'O`zbekiston'],
    ['Ғузор', 'Gʻuzor', "G'uzor", 'Ğuzor', 'G’uzor'],
    ['Шаҳрисабз', 'Shahrisabz', 'Şahrisabz', 'Șahrisabz', 'SHAHRISABZ'],
    ['Чироқчи', 'Chiroqchi', 'Çiroqçi', 'CHIROQCHI'],
    ['Қашқадарё', 'Qashqadaryo', 'Qaşqadaryo'],
    ['қўриқлаш', 'qoʻriqlash', 'qo`riqlash', 'qöriqlaş', 'qo´riqlash'],
    ['маъмурият', 'maʼmuriyat', "ma'muriyat", 'ma’muriyat'],
    ['Елена', 'Yelena'],
    ['поезд', 'poyezd'],
    ['Исҳоқ', 'Isʼhoq', "Is'hoq", 'Is’hoq', 'Is‘hoq'],
    ['схема', 'sxema'],
    ['Милиция', 'Militsiya'],
    ['Хонобод', 'Xonobod', 'Khonobod'],
  ])('is one in every spelling of %s', (...spellings) => {
    const keys = new Set(spellings.map(searchKey))
    expect([...keys]).toHaveLength(1)
  })

  it('tells s and h, which meet where two parts of a word join, from the letter sh', () => {
    expect(searchKey('Isʼhoq')).not.toBe(searchKey('Işoq'))
    expect(searchKey('Исҳоқ')).not.toBe(searchKey('Ишоқ'))
    expect(searchKey('Ishoq')).toBe(searchKey('Işoq'))
  })

  it('takes a Turkish i for an i, with a dot or without one', () => {
    expect(searchKey('İSHONCH')).toBe(searchKey('ishonch'))
    expect(searchKey('ıshonch')).toBe(searchKey('ishonch'))
  })

  it('is the same for a letter and its mark whether they are one character or two', () => {
    expect(searchKey('S\u0327ahrisabz')).toBe(searchKey('Şahrisabz'))
    expect(searchKey('и\u0306ул')).toBe(searchKey('йул'))
    expect(searchKey('O\u0308zbek')).toBe(searchKey('Oʻzbek'))
  })

  it('begins with the key of whatever the word begins with, so that it is found while typed', () => {
    for (const word of ['Toshkent', 'Shahrisabz', 'Chiroqchi', 'Qoʻqon'])
      for (let end = 1; end <= word.length; end += 1)
        expect(searchKey(word).startsWith(searchKey(word.slice(0, end)))).toBe(true)
  })

  it('has no apostrophe that only quotes', () =>
    expect(searchKey("'Bars' do‘koni")).toBe('bars dokoni'))

  it('leaves what is in other scripts as it is', () => expect(searchKey('学校 12')).toBe('学校 12'))
})

it('the words of a text are its runs of letters and digits', () =>
  expect(searchWords('Maktab №12, Isʼhoq koʻchasi (7-uy)')).toEqual([
    'maktab',
    '12',
    'isʼhok',
    'kochasi',
    '7',
    'uy',
  ]))
