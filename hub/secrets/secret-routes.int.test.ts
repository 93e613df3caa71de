import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ask, ask as askAt } from '../api/testing/ask'
import { type Doors, openDoors } from '../feed/testing/doors'

const vaultKey = 'a1'.repeat(32)
const panelKey = 'PanelKeyOf16Byte'

let hub: Doors
beforeEach(async () => {
  hub = await openDoors({ env: { NAVBATCHI_SECRETS_KEY: vaultKey } })
})
afterEach(() => hub.close())

const ask = (path: string, request?: Ask) => askAt(`${hub.url}${path}`, request)
const entriesOf = async (...types: string[]) =>
  (await hub.keeper.read(0, 1_000)).filter((entry) => types.includes(entry.type))
const put = (token: string, body: unknown, account = 'A1') =>
  ask(`/v1/accounts/${account}/key`, { method: 'PUT', token, body })

describe('The key of an account over HTTP', () => {
  it('is set and removed by an administrator, told to nobody, and its changes stand in the journal', async () => {
    const token = await hub.token('admin')
    expect(await put(token, { form: 'characters', key: panelKey }, 'a1')).toMatchObject({
      status: 204,
      text: '',
    })
    expect(hub.secrets.accountKeys.cipherOf('A1')).not.toBeNull()
    const reception = await ask('/v1/accounts/A1/reception', { token: await hub.token('officer') })
    expect(reception.json).toEqual({
      account: 'A1',
      siteId: null,
      interval: null,
      tolerances: [],
      encryption: 'optional',
      hasKey: true,
    })
    expect((await ask('/v1/accounts/A1/key', { token })).status).toBe(404)
    expect((await ask('/v1/accounts/A1/key', { method: 'DELETE', token })).status).toBe(204)
    expect(hub.secrets.accountKeys.has('A1')).toBe(false)
    expect(await ask('/v1/accounts/A1/key', { method: 'DELETE', token })).toMatchObject({
      status: 404,
      json: { error: 'no-key' },
    })
    expect((await entriesOf('account-key-changed')).map(({ by, data }) => [by.role, data])).toEqual(
      [
        ['admin', { account: 'A1', change: 'set' }],
        ['admin', { account: 'A1', change: 'removed' }],
      ],
    )
  })

  it('is nobody else’s to set', async () => {
    for (const role of ['officer', 'supervisor', 'trainer'] as const)
      expect(await put(await hub.token(role), { form: 'hex', key: '00'.repeat(16) })).toMatchObject(
        {
          status: 403,
          json: { error: 'not-your-role' },
        },
      )
    expect((await put('x'.repeat(43), { form: 'hex', key: '00'.repeat(16) })).status).toBe(401)
    expect(await entriesOf('account-key-changed')).toEqual([])
  })

  it('that is none is refused in words, and repeated nowhere', async () => {
    const token = await hub.token('admin')
    const wrong: [unknown, string][] = [
      [
        { form: 'hex', key: 'hush-hush-hush' },
        'key: A key in hex is made of the digits 0-9 and A-F only.',
      ],
      [{ form: 'characters', key: 'hush' }, 'key: A key has 16, 24 or 32 characters; these are 4.'],
      [{ form: 'hush', key: 'hush' }, 'form: '],
      [{ form: 'hex', key: 'hush'.repeat(100) }, 'key: '],
      [{ form: 'hex', key: ['hush'] }, 'key: '],
    ]
    for (const [body, message] of wrong) {
      const answer = await put(token, body)
      expect(answer).toMatchObject({
        status: 400,
        json: { error: 'invalid', message: expect.stringContaining(message) },
      })
      expect(answer.text).not.toContain('hush')
    }
    expect((await put(token, { form: 'hex', key: '00'.repeat(16) }, 'XYZ')).status).toBe(400)
    expect(await entriesOf('account-key-changed')).toEqual([])
  })

  it('that other accounts have as well is taken with a warning, and the report names the accounts', async () => {
    const token = await hub.token('admin')
    const report = async () => (await ask('/v1/accounts/shared-keys', { token })).json
    const characters = { form: 'characters', key: panelKey }
    expect((await put(token, characters, 'A1')).status).toBe(204)
    expect((await put(token, characters, 'A1')).status).toBe(204)
    expect(await report()).toEqual({ groups: [] })
    // The same bytes, written in the other form.
    const hex = { form: 'hex', key: Buffer.from(panelKey).toString('hex') }
    const second = await put(token, hex, 'A2')
    expect(second).toMatchObject({
      status: 200,
      json: { sharedBy: 2, warning: expect.stringContaining('another account has the same one') },
    })
    expect((await put(token, characters, 'A3')).json).toMatchObject({
      sharedBy: 3,
      warning: expect.stringContaining('2 other accounts have the same one'),
    })
    expect(await report()).toEqual({ groups: [{ accounts: ['A1', 'A2', 'A3'] }] })
    expect(hub.secrets.accountKeys.cipherOf('A2')).not.toBeNull()
    expect(second.text + JSON.stringify(await report()) + hub.logged()).not.toMatch(
      new RegExp(`${panelKey}|${hex.key}`, 'i'),
    )
    expect((await put(token, { form: 'hex', key: '01'.repeat(16) }, 'A1')).status).toBe(204)
    expect((await ask('/v1/accounts/A2/key', { method: 'DELETE', token })).status).toBe(204)
    expect(await report()).toEqual({ groups: [] })
    for (const role of ['officer', 'supervisor', 'trainer'] as const)
      expect((await ask('/v1/accounts/shared-keys', { token: await hub.token(role) })).status).toBe(
        403,
      )
  })

  it('stands in no entry, no log line and no answer', async () => {
    const token = await hub.token('admin')
    const answers = [
      await put(token, { form: 'characters', key: panelKey }),
      await ask('/v1/accounts/A1/reception', { token }),
      await ask('/openapi.json'),
      await ask('/metrics'),
      await ask('/healthz'),
    ]
    const told = [
      ...answers.map(({ text }) => text),
      hub.logged(),
      JSON.stringify(await hub.keeper.read(0, 1_000)),
    ].join()
    expect(told).not.toMatch(
      new RegExp(`${panelKey}|${Buffer.from(panelKey).toString('hex')}|${vaultKey}|${token}`, 'i'),
    )
  })
})

describe('Duress words over HTTP', () => {
  const show = async (role: 'officer' | 'supervisor' | 'trainer' | 'admin', id = 'site-1') =>
    ask(`/v1/sites/${id}/duress-words`, { method: 'POST', token: await hub.token(role) })

  it('are shown to officers and supervisors, and the journal says to whom before they see them', async () => {
    hub.secrets.duressWords.set('site-1', 'Test contact', 'chrysanthemum')
    expect(await show('officer')).toMatchObject({
      status: 200,
      json: { words: [{ contact: 'Test contact', word: 'chrysanthemum' }] },
    })
    expect(await show('supervisor', 'site-2')).toMatchObject({ status: 200, json: { words: [] } })
    for (const role of ['trainer', 'admin'] as const) expect((await show(role)).status).toBe(403)
    expect(await show('officer', 'site-9')).toMatchObject({
      status: 404,
      json: { error: 'site-unknown' },
    })
    const shown = await entriesOf('duress-words-shown')
    expect(shown.map(({ by, data }) => [by.role, data])).toEqual([
      ['officer', { siteId: 'site-1' }],
      ['supervisor', { siteId: 'site-2' }],
    ])
    expect(JSON.stringify(await hub.keeper.read(0, 1_000)) + hub.logged()).not.toContain(
      'chrysanthemum',
    )
  })

  it('are not shown when the journal cannot say so', async () => {
    hub.secrets.duressWords.set('site-1', 'Test contact', 'chrysanthemum')
    const token = await hub.token('officer')
    await hub.keeper.close()
    const answer = await ask('/v1/sites/site-1/duress-words', { method: 'POST', token })
    expect(answer).toMatchObject({ status: 503, json: { error: 'not-stored' } })
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.text).not.toContain('chrysanthemum')
  })
})

describe('A hub whose vault is closed', () => {
  it('says so to who wants to keep a secret, and takes none', async () => {
    await hub.close()
    hub = await openDoors()
    const why =
      'No key to keep secrets with: set NAVBATCHI_SECRETS_KEY, 32 random bytes as 64 hexadecimal digits or base64'
    const closed = { status: 503, json: { error: 'secrets-closed', message: why } }
    expect(
      await put(await hub.token('admin'), { form: 'characters', key: panelKey }),
    ).toMatchObject(closed)
    const token = await hub.token('officer')
    expect(await ask('/v1/sites/site-1/duress-words', { method: 'POST', token })).toMatchObject(
      closed,
    )
    expect(await entriesOf('account-key-changed', 'duress-words-shown')).toEqual([])
    expect(hub.logged()).not.toContain('A request failed')
    expect((await ask('/healthz')).json).toEqual({
      status: 'ok',
      seq: hub.keeper.head().seq,
      records: { seq: expect.any(Number), behind: expect.any(Number) },
    })
    expect((await ask('/metrics')).text).toContain('navbatchi_secrets_open 0')
  })

  it('for a reason somebody must mend tells it to who asks for its health', async () => {
    await hub.close()
    hub = await openDoors({ env: { NAVBATCHI_SECRETS_KEY: 'hush' } })
    const { json, text } = await ask('/healthz')
    expect(json).toMatchObject({
      status: 'ok',
      message: expect.stringContaining('NAVBATCHI_SECRETS_KEY must be 32'),
    })
    expect(text + hub.logged()).not.toContain('hush')
  })
})
