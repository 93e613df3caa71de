import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { systemKeychain } from './keychain'
import { silentLog } from './log'
import { type Keychain, openSecretsKey } from './secrets-key'

/** A keychain that holds a secret of its own, as those of the systems do. */
function userKeychain(secret = randomBytes(32)): Keychain {
  return {
    trouble: async () => null,
    async seal(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', secret, iv)
      return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()])
    },
    async unseal(sealed) {
      const cipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12)).setAuthTag(
        sealed.subarray(-16),
      )
      return cipher.update(sealed.subarray(12, -16), undefined, 'utf8') + cipher.final('utf8')
    },
  }
}

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navbatchi-key-'))
  file = join(folder, 'secrets.key')
})
afterEach(() => rmSync(folder, { recursive: true }))
const clock = createManualClock()
const open = (keychain: Keychain) => openSecretsKey({ file, keychain, clock, log: silentLog })

describe('The key of a console’s secrets', () => {
  it('is made once, and lies on the disk only as the keychain sealed it, for this user alone', async () => {
    const keychain = userKeychain()
    const first = await open(keychain)
    expect(first).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await open(keychain)).toEqual(first)
    expect(readFileSync(file, 'latin1')).not.toContain('key' in first ? first.key : '')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('that another keychain sealed is not replaced: the right one may come back', async () => {
    const own = userKeychain()
    const first = await open(own)
    expect(await open(userKeychain())).toEqual({
      why: expect.stringContaining('cannot be opened with the keychain'),
    })
    expect(await open(own)).toEqual(first)
  })

  it('is not made where no keychain is there, gives back what it got, or answers', async () => {
    const keychain = userKeychain()
    expect(
      await open({ ...keychain, trouble: async () => 'This session has no keychain' }),
    ).toEqual({
      why: 'This session has no keychain',
    })
    expect(await open({ ...keychain, unseal: async () => 'something else' })).toEqual({
      why: 'The keychain of this machine does not give back what it was given',
    })
    const asked = open({ ...keychain, trouble: () => new Promise<string | null>(() => {}) })
    clock.advance(5_000)
    expect(await asked).toEqual({ why: 'The keychain of this machine does not answer' })
    expect(existsSync(file)).toBe(false)
  })
})

describe('The keychain of the system', () => {
  const words = {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
    encryptString: (text: string) => Buffer.from(`sealed ${text}`),
    decryptString: (sealed: Buffer) => sealed.toString().slice('sealed '.length),
  }
  it('is none when a Linux session would keep the key as plain text', async () => {
    const plain = { ...words, getSelectedStorageBackend: () => 'basic_text' as const }
    expect(await systemKeychain(plain, 'linux').trouble()).toContain('no keychain')
    expect(await systemKeychain(plain, 'darwin').trouble()).toBeNull()
    expect(
      await systemKeychain({ ...words, isEncryptionAvailable: () => false }, 'win32').trouble(),
    ).toContain('not available')
  })
  it('is asked without holding up the console where the runtime can, and as it can elsewhere', async () => {
    const older = systemKeychain(words, 'linux')
    expect(await older.unseal(await older.seal('text'))).toBe('text')
    const newer = systemKeychain(
      {
        ...words,
        isAsyncEncryptionAvailable: async () => true,
        encryptStringAsync: async (text) => Buffer.from(`later ${text}`),
        decryptStringAsync: async (sealed) => ({
          result: sealed.toString().slice('later '.length),
          shouldReEncrypt: false,
        }),
      },
      'linux',
    )
    expect((await newer.seal('text')).toString()).toBe('later text')
    expect(await newer.unseal(await newer.seal('text'))).toBe('text')
  })
})
