import { describe, expect, it } from 'vitest'
import { parseKey } from './key'

describe('A key as typed', () => {
  it('is 16, 24 or 32 characters, or 32, 48 or 64 hex digits', () => {
    for (const length of [16, 24, 32]) {
      expect(parseKey('A'.repeat(length), 'characters')).toEqual(new Uint8Array(length).fill(0x41))
      expect(parseKey('4b'.repeat(length), 'hex')).toEqual(new Uint8Array(length).fill(0x4b))
    }
  })
  it('of 32 hex characters means what was chosen, never what was guessed', () => {
    const text = '12345678901234567890123456789012'
    expect(parseKey(text, 'characters')).toHaveLength(32)
    expect(parseKey(text, 'hex')).toHaveLength(16)
  })
  it('in hex may be pasted in groups', () =>
    expect(parseKey(' 00010203 04050607 08090A0B 0C0D0E0F\n', 'hex')).toEqual(
      Uint8Array.from({ length: 16 }, (_, at) => at),
    ))
  it('keeps the spaces of characters', () =>
    expect(parseKey(' '.repeat(16), 'characters')).toHaveLength(16))
  it('of another length is refused with the length', () => {
    expect(parseKey('short', 'characters')).toMatchObject({
      reason: 'key-length',
      detail: expect.stringMatching('5'),
    })
    expect(parseKey('', 'hex')).toMatchObject({ reason: 'key-length' })
    expect(parseKey('A'.repeat(34), 'hex')).toMatchObject({ reason: 'key-length' })
  })
  it('with other signs is refused, without repeating it', () => {
    expect(parseKey('0g'.repeat(16), 'hex')).toMatchObject({ reason: 'key-digits' })
    const fault = parseKey('пароль'.padEnd(16, 'x'), 'characters')
    expect(fault).toMatchObject({ reason: 'key-characters' })
    expect(JSON.stringify(fault)).not.toContain('пароль')
  })
})
