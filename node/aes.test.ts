import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneShotCipher } from '../shared/testing/one-shot-cipher'
import { cipherOf } from './aes'

const keys = fc
  .constantFrom(16, 24, 32)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
const blocks = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.uint8Array({ minLength: 16 * count, maxLength: 16 * count }))
const bytes = (list: Uint8Array | null) => [...(list ?? [])]

describe('A cipher kept for one account', () => {
  it('gives for every message what one made anew for it would give, in any order of directions', () =>
    fc.assert(
      fc.property(
        keys,
        fc.array(fc.tuple(fc.boolean(), blocks), { maxLength: 12 }),
        (key, messages) => {
          const kept = cipherOf(key)
          for (const [outwards, message] of messages) {
            const anew = oneShotCipher(key)
            if (outwards) expect(bytes(kept.encrypt(message))).toEqual(bytes(anew.encrypt(message)))
            else expect(bytes(kept.decrypt(message))).toEqual(bytes(anew.decrypt(message)))
          }
        },
      ),
    ))

  it('agrees with the published example of AES-128, -192 and -256', () => {
    const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
    const clear = hex('00112233445566778899aabbccddeeff')
    const sealed = (length: number) =>
      Buffer.from(cipherOf(Uint8Array.from({ length }, (_, at) => at)).encrypt(clear)).toString(
        'hex',
      )
    // FIPS 197, appendix C; one block under a zero vector is the bare cipher.
    expect(sealed(16)).toBe('69c4e0d86a7b0430d8cdb78070b4c55a')
    expect(sealed(24)).toBe('dda97ca4864cdfe06eaf70a0ec0d7191')
    expect(sealed(32)).toBe('8ea2b7ca516745bfeafc49904b496089')
  })

  it('takes whole blocks only, and is as good as before after a refusal', () => {
    const cipher = cipherOf(new Uint8Array(16))
    const before = bytes(cipher.encrypt(new Uint8Array(16)))
    for (const length of [0, 1, 15, 17]) {
      expect(cipher.decrypt(new Uint8Array(length))).toBeNull()
      expect(() => cipher.encrypt(new Uint8Array(length))).toThrow(RangeError)
    }
    expect(bytes(cipher.encrypt(new Uint8Array(16)))).toEqual(before)
  })

  it('does not change when the bytes it was made of do, nor the bytes it is given', () => {
    const key = new Uint8Array(16)
    const cipher = cipherOf(key)
    key.fill(1)
    const message = new Uint8Array(32)
    expect(bytes(cipher.decrypt(cipher.encrypt(message)))).toEqual(bytes(message))
    expect(bytes(cipher.encrypt(message))).toEqual(
      bytes(oneShotCipher(new Uint8Array(16)).encrypt(message)),
    )
    expect(message).toEqual(new Uint8Array(32))
  })

  it.each([0, 15, 17, 33])('is not made of %i bytes', (length) =>
    expect(() => cipherOf(new Uint8Array(length))).toThrow(RangeError),
  )
})
