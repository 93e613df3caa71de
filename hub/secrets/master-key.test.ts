import { describe, expect, it } from 'vitest'
import { masterKeyFrom, parseMasterKey } from './master-key'

const bytes = Buffer.from(Array.from({ length: 32 }, (_, at) => 255 - at * 7))

describe('A master key', () => {
  it('is 32 bytes as hex digits, as base64, or as base64 for addresses, with and without its =', () => {
    const forms = [
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      bytes.toString('base64'),
    ]
    const others = [
      bytes.toString('base64url'),
      ` ${bytes.toString('hex')}\n`,
      bytes.toString('base64').slice(0, 43),
    ]
    for (const text of [...forms, ...others]) expect(parseMasterKey(text)).toEqual(bytes)
  })
  it('is nothing else', () => {
    const wrong = [
      '',
      'secret',
      'a'.repeat(32),
      'a'.repeat(63),
      'g'.repeat(64),
      bytes.toString('base64').slice(0, 42),
    ]
    for (const text of [...wrong, bytes.subarray(0, 31).toString('base64')])
      expect(parseMasterKey(text)).toBeNull()
  })
})

describe('The key of the vault', () => {
  const hex = bytes.toString('hex')
  it('comes from the environment before the keychain', () => {
    expect(masterKeyFrom({ NAVBATCHI_SECRETS_KEY: hex }, { key: '00'.repeat(32) }).bytes).toEqual(
      bytes,
    )
    expect(masterKeyFrom({}, { key: hex }).bytes).toEqual(bytes)
  })
  it('is missing for a reason that says what to do', () => {
    expect(masterKeyFrom({ NAVBATCHI_SECRETS_KEY: '' })).toEqual({
      bytes: null,
      mistaken: false,
      why: 'No key to keep secrets with: set NAVBATCHI_SECRETS_KEY, 32 random bytes as 64 hexadecimal digits or base64',
    })
    expect(masterKeyFrom({}, { why: 'This machine has no keychain' })).toMatchObject({
      why: expect.stringContaining('This machine has no keychain; set NAVBATCHI_SECRETS_KEY'),
    })
  })
  it('is not repeated when it cannot be read', () => {
    for (const env of [
      { NAVBATCHI_SECRETS_KEY: 'hush' },
      { NAVBATCHI_SECRETS_KEY: hex, NAVBATCHI_SECRETS_OLD_KEY: 'hush' },
    ]) {
      const key = masterKeyFrom(env)
      expect(key).toMatchObject({
        bytes: null,
        mistaken: true,
        why: expect.stringMatching(/^NAVBATCHI_SECRETS_\w+ must be/),
      })
      expect(JSON.stringify(key)).not.toMatch(/hush|fff8/)
    }
  })
})
