import { describe, expect, it } from 'vitest'
import { sayNumber } from './figures'

describe('a number', () => {
  it('is grouped and marked as the language writes it', () => {
    expect([0, 12, 999, 1_140, 1_234_567].map((n) => sayNumber('en', n))).toEqual([
      '0',
      '12',
      '999',
      '1,140',
      '1,234,567',
    ])
    expect(sayNumber('ru', 1_140)).toBe('1\u00a0140')
    expect(sayNumber('uz-Latn', 12.46)).toBe('12,5')
    expect(sayNumber('en', 1_234.04)).toBe('1,234')
  })
})
