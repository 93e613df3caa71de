import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('A table for other programs', () => {
  it('has its rows on lines of their own, after the mark of UTF-8', () => {
    expect(
      csvOf([
        ['time', 'entry'],
        ['04:12', 7],
      ]),
    ).toBe('\uFEFFtime,entry\r\n04:12,7\r\n')
  })
  it('quotes a text that has a comma, a quote or a line break in it', () => {
    expect(csvOf([['a, b', 'says "no"', 'one\ntwo']])).toBe(
      '\uFEFF"a, b","says ""no""","one\ntwo"\r\n',
    )
  })
  it.each(['=1+1', '+998', '-1', '@x'])('makes no formula of the text %j', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`)
  })
})
