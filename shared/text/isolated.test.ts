import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated, listed } from './isolated'

const fsi = '\u2068'
const pdi = '\u2069'

describe('a text of others in a line of ours', () => {
  it('stays as it is when all of it is written from left to right', () => {
    for (const text of ['Bank branch 014', 'Қарши шаҳри, 5-уй', '12 %', '学校', ''])
      expect(isolated(text)).toBe(text)
  })

  it('keeps its direction to itself when some of it is written from right to left', () => {
    for (const text of ['بانک', 'School בית 3', '\u{10900}', '\u{1e900}', '٣'])
      expect(isolated(text)).toBe(`${fsi}${text}${pdi}`)
  })

  it('loses the marks that turn or end a direction', () => {
    expect(isolated('\u202eknab\u202c\u200f')).toBe('knab')
    expect(isolated(`بانک${pdi}\u2067`)).toBe(`${fsi}بانک${pdi}`)
    expect(isolated(`bank${fsi}`)).toBe('bank')
  })

  it('keeps the texts isolated that stand in it already', () => {
    const inner = `Zone 1 (${isolated('در')})`
    expect(isolated(inner)).toBe(`${fsi}${inner}${pdi}`)
  })

  it('holds only isolates that begin and end, whatever it is made of', () => {
    const sign = fc.constantFrom(
      'a',
      ' ',
      'ב',
      'د',
      fsi,
      pdi,
      '\u202a',
      '\u202b',
      '\u202c',
      '\u202d',
      '\u202e',
      '\u2066',
      '\u2067',
    )
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        const shown = isolated(text)
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
        let depth = 0
        for (const mark of shown) {
          if (/[א-ۿ]/.test(mark)) expect(depth).toBeGreaterThan(0)
          depth += mark === fsi ? 1 : mark === pdi ? -1 : 0
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }),
    )
  })

  it('stands beside others in a list, and leaves no gap when it is empty', () => {
    expect(listed(['Guard post', '', null, 'علی'], ', ')).toBe(`Guard post, ${fsi}علی${pdi}`)
  })
})
