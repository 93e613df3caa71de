import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/sqlite'
import { openSecrets } from './secrets'
import { VaultClosed } from './vault'

const key = 'a1'.repeat(32)
const other = 'b2'.repeat(32)
const panelKey = { form: 'characters', key: 'PanelKeyOf16Byte' } as const
/** One block that begins as DC-09's clear text does. */
const block = Buffer.from('|Nri1/BA001]_12:')

let dataDir: string
let logged: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'navbatchi-secrets-'))
  logged = ''
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const log = pino(
  { level: 'info' },
  {
    write(line) {
      logged += line
    },
  },
)
function open(env: Readonly<Record<string, string>> = { NAVBATCHI_SECRETS_KEY: key }) {
  const registry = new Registry()
  const secrets = openSecrets({ dataDir, env, log, registry })
  const gauge = async () => (await registry.metrics()).match(/^navbatchi_secrets_open (\d)/m)?.[1]
  return { ...secrets, gauge }
}
/** All that is on the disk, as text. */
const onDisk = () =>
  readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name), 'latin1'))
    .join('')

describe('A vault whose note of its key was taken away', () => {
  it('opens with its own key only', () => {
    const first = open()
    first.accountKeys.set('A1', panelKey)
    first.close()
    const database = openDatabase(join(dataDir, 'secrets.db'))
    database.exec("DELETE FROM secrets WHERE kind = 'vault'")
    database.close()
    const wrong = open({ NAVBATCHI_SECRETS_KEY: other })
    expect(wrong.state()).toMatchObject({ open: false, trouble: true })
    wrong.close()
    const right = open()
    expect(right.state()).toEqual({ open: true })
    expect(right.accountKeys.has('A1')).toBe(true)
    right.close()
  })
})

describe('The key of an account', () => {
  it('deciphers what its panel sends, also after a restart', () => {
    const first = open()
    expect(first.accountKeys.set('A1', panelKey)).toBeNull()
    const sent = first.accountKeys.cipherOf('A1')?.encrypt(block) ?? new Uint8Array()
    first.close()
    const second = open()
    expect(second.accountKeys.has('A1')).toBe(true)
    expect(Buffer.from(second.accountKeys.cipherOf('A1')?.decrypt(sent) ?? [])).toEqual(block)
    expect(second.accountKeys.cipherOf('A2')).toBeNull()
    second.close()
  })

  it('takes effect at once when it changes, and is gone when it is removed', () => {
    const { accountKeys, close } = open()
    accountKeys.set('A1', panelKey)
    const before = accountKeys.cipherOf('A1')?.encrypt(block)
    accountKeys.set('A1', { form: 'hex', key: '00112233445566778899AABBCCDDEEFF' })
    expect(accountKeys.cipherOf('A1')?.encrypt(block)).not.toEqual(before)
    expect(accountKeys.remove('A1')).toBe(true)
    expect(accountKeys.remove('A1')).toBe(false)
    expect([accountKeys.has('A1'), accountKeys.cipherOf('A1')]).toEqual([false, null])
    close()
  })

  it('that is no key is refused in words that do not repeat it', () => {
    const { accountKeys, close } = open()
    const fault = accountKeys.set('A1', { form: 'hex', key: 'hush hush' })
    expect(fault?.detail).toBe('A key in hex is made of the digits 0-9 and A-F only.')
    expect(accountKeys.has('A1')).toBe(false)
    close()
  })

  it('is on the disk sealed only, in files no other user may read', () => {
    const { accountKeys, duressWords, close } = open()
    accountKeys.set('A1', panelKey)
    duressWords.set('site-1', 'Guard post', 'chrysanthemum')
    expect(onDisk()).not.toMatch(/PanelKeyOf16Byte|chrysanthemum|Guard post|50616e656c/i)
    if (process.platform !== 'win32')
      for (const name of readdirSync(dataDir))
        expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0)
    close()
    expect(onDisk()).not.toMatch(/PanelKeyOf16Byte|chrysanthemum|Guard post|50616e656c/i)
    expect(logged).not.toMatch(/PanelKeyOf16Byte|chrysanthemum|a1a1a1/)
  })

  it('put in the place of another account’s does not open, and the log says so once', () => {
    const first = open()
    first.accountKeys.set('A1', panelKey)
    first.accountKeys.set('A2', { form: 'characters', key: 'PanelKeyOf16Bytf' })
    first.close()
    const database = openDatabase(join(dataDir, 'secrets.db'))
    database.exec(
      `UPDATE secrets SET sealed = (SELECT sealed FROM secrets WHERE name = 'A1') WHERE kind = 'account-key' AND name = 'A2'`,
    )
    database.close()
    const second = open()
    expect(second.accountKeys.cipherOf('A1')).not.toBeNull()
    expect([second.accountKeys.cipherOf('A2'), second.accountKeys.cipherOf('A2')]).toEqual([
      null,
      null,
    ])
    expect(logged.split('changed outside the hub')).toHaveLength(2)
    second.close()
  })
})

describe('Duress words', () => {
  it('are kept per contact of a site, one by one or many in one commit', () => {
    const first = open()
    first.duressWords.set('site-1', 'Guard post', 'lilac')
    first.duressWords.setAll([
      { siteId: 'site-1', contact: 'Director', word: 'aster' },
      { siteId: 'site-2', contact: 'Guard post', word: 'tulip' },
      { siteId: 'site-1', contact: 'Guard post', word: null },
    ])
    first.close()
    const { duressWords, close } = open()
    expect([...duressWords.get('site-1')]).toEqual([['Director', 'aster']])
    expect([...duressWords.get('site-2')]).toEqual([['Guard post', 'tulip']])
    duressWords.set('site-1', 'Director', null)
    expect(duressWords.get('site-1').size).toBe(0)
    expect(duressWords.available()).toBeNull()
    close()
  })
})

describe('A vault without its key', () => {
  const refused =
    'No key to keep secrets with: set NAVBATCHI_SECRETS_KEY, 32 random bytes as 64 hexadecimal digits or base64'

  it('that never had one keeps nothing and says how to give it one; nobody is alarmed', async () => {
    const { accountKeys, duressWords, state, gauge, close } = open({})
    expect(() => accountKeys.set('A1', panelKey)).toThrow(new VaultClosed(refused))
    expect(() => duressWords.set('site-1', 'Guard post', 'lilac')).toThrow(new VaultClosed(refused))
    expect(() => duressWords.set('site-1', 'Guard post', null)).not.toThrow()
    expect(duressWords.available()).toBe(refused)
    expect(state()).toEqual({ open: false, why: refused, trouble: false })
    expect(logged).not.toMatch(/"level":[45]0/)
    expect(await gauge()).toBe('0')
    close()
  })

  it('or with a wrong one gives nothing and says so loudly, and has lost nothing when the right one is back', async () => {
    const first = open()
    first.accountKeys.set('A1', panelKey)
    first.duressWords.set('site-1', 'Guard post', 'lilac')
    expect(await first.gauge()).toBe('1')
    first.close()
    for (const [env, why] of [
      [{}, refused],
      [{ NAVBATCHI_SECRETS_KEY: 'hush' }, 'NAVBATCHI_SECRETS_KEY must be 32 random bytes'],
      [
        { NAVBATCHI_SECRETS_KEY: other },
        'The key given is not the one the secrets are sealed with',
      ],
    ] as const) {
      logged = ''
      const closed = open(env)
      expect(closed.state()).toMatchObject({
        open: false,
        trouble: true,
        why: expect.stringContaining(why),
      })
      expect(logged).toMatch(/"level":50[^\n]*stay closed/)
      expect(logged).not.toMatch(/hush|b2b2/)
      expect([closed.accountKeys.has('A1'), closed.accountKeys.cipherOf('A1')]).toEqual([
        true,
        null,
      ])
      expect(closed.duressWords.get('site-1').size).toBe(0)
      // Taking one word out would need the others to be read.
      expect(() => closed.duressWords.set('site-1', 'Director', null)).toThrow(VaultClosed)
      closed.close()
    }
    const again = open()
    expect(again.accountKeys.cipherOf('A1')).not.toBeNull()
    expect(again.duressWords.get('site-1').get('Guard post')).toBe('lilac')
    again.close()
  })

  it('forgets a key all the same when it is told to', () => {
    const first = open()
    first.accountKeys.set('A1', panelKey)
    first.close()
    const closed = open({})
    expect(closed.accountKeys.remove('A1')).toBe(true)
    closed.close()
    const again = open()
    expect(again.accountKeys.has('A1')).toBe(false)
    again.close()
  })

  it('and with a file that is no database is closed, and the hub goes on', () => {
    writeFileSync(join(dataDir, 'secrets.db'), 'x'.repeat(8_192))
    const { accountKeys, state, close } = open()
    expect(state()).toMatchObject({
      open: false,
      trouble: true,
      why: expect.stringContaining('is not a database'),
    })
    expect(() => accountKeys.set('A1', panelKey)).toThrow(VaultClosed)
    close()
  })
})

describe('A new master key', () => {
  it('given beside the old one seals everything anew; from then on the old one opens nothing', () => {
    const first = open()
    first.accountKeys.set('A1', panelKey)
    first.duressWords.set('site-1', 'Guard post', 'lilac')
    first.close()
    const changing = open({ NAVBATCHI_SECRETS_KEY: other, NAVBATCHI_SECRETS_OLD_KEY: key })
    expect(changing.accountKeys.cipherOf('A1')).not.toBeNull()
    changing.close()
    expect(logged).toContain('sealed with the new key')
    const old = open()
    expect(old.state().open).toBe(false)
    old.close()
    const changed = open({ NAVBATCHI_SECRETS_KEY: other })
    expect(changed.duressWords.get('site-1').get('Guard post')).toBe('lilac')
    changed.close()
  })

  it('changes nothing when the old one beside it is not the old one', () => {
    const first = open()
    first.accountKeys.set('A1', panelKey)
    first.close()
    const changing = open({
      NAVBATCHI_SECRETS_KEY: other,
      NAVBATCHI_SECRETS_OLD_KEY: 'c3'.repeat(32),
    })
    expect(changing.state()).toMatchObject({ open: false, trouble: true })
    changing.close()
    const again = open()
    expect(again.accountKeys.cipherOf('A1')).not.toBeNull()
    again.close()
    expect(existsSync(join(dataDir, 'secrets.db'))).toBe(true)
  })
})
