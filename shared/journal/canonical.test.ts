import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from './canonical'

/** The definition, spelled with what the language offers. */
function defined(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(defined).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${defined(member)}`).join(',')}}`
}

describe('The canonical form of any value', () => {
  it('is its JSON with sorted keys', () => {
    const anyText = fc.string({ unit: 'binary' })
    const anyValue = fc.anything({
      key: anyText,
      values: [anyText, fc.double(), fc.boolean(), fc.constant(null)],
    })
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonical(value)).toBe(defined(value))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the same again after reading it back', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
      }),
    ))

  it('writes half an emoji so that it survives UTF-8', () =>
    expect(canonical('\ud83d!')).toBe('"\\ud83d!"'))
})
