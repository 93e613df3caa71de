import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ask, ask as askUrl } from '../api/testing/ask'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
beforeEach(async () => {
  hub = await openDoors()
  await hub.accounts.prepare({ demoPassword: 'navbatchi-demo' })
})
afterEach(() => hub.close())

const ask = (path: string, request?: Ask) => askUrl(`${hub.url}${path}`, request)
const signIn = (username: string, password = 'navbatchi-demo', more: object = {}) =>
  ask('/v1/sessions', { body: { username, password, ...more } })
const tokenOf = async (username: string, password?: string) =>
  String((await signIn(username, password)).json.token)
const change = (name: string, token: string, oldPassword: string, password = 'battery staple') =>
  ask(`/v1/users/${name}/password`, { token, body: { oldPassword, password } })
const reset = (name: string, token: string, password = 'battery staple') =>
  ask(`/v1/users/${name}/password-reset`, { token, body: { password } })
const disable = (name: string, token: string) =>
  ask(`/v1/users/${name}/disable`, { token, method: 'POST' })
const isIn = async (token: string) => (await ask('/v1/journal?limit=1', { token })).status === 200
const entriesOf = async (...types: string[]) =>
  (await hub.keeper.read(0, 1_000))
    .filter(({ type }) => types.includes(type))
    .map(({ type, by, data }) => ({ type, by: by.id, data }))

describe('A name with something unseen in it', () => {
  it('signs nobody in and is looked up nowhere', async () => {
    for (const name of ['demo-officer\u0000x', 'demo-officer\u200b', 'demo-officer\n']) {
      const { status, json } = await signIn(name)
      expect(status).toBe(400)
      expect(json.message).toContain('username: a name of 1 to 40 letters')
    }
    const token = await tokenOf('demo-admin')
    expect((await reset('demo-officer%00x', token)).status).toBe(400)
    const spoofed = {
      username: 'chief',
      name: 'Demo\u202e officer',
      role: 'officer',
      password: 'battery staple',
    }
    expect((await ask('/v1/users', { token, body: spoofed })).status).toBe(400)
  })
})

describe('A password that its owner changes', () => {
  it('needs the old one: a stolen token is not enough', async () => {
    const token = await tokenOf('demo-officer')
    const answer = await change('demo-officer', token, 'guess')
    expect(answer).toMatchObject({ status: 403, json: { message: 'The old password is wrong' } })
    const without = await ask('/v1/users/demo-officer/password', {
      token,
      body: { password: 'battery staple' },
    })
    expect(without.status).toBe(400)
    expect(await signIn('demo-officer')).toMatchObject({ status: 200 })
    expect(await entriesOf('password-changed')).toEqual([])
  })

  it('is guessed at no faster with a token than without', async () => {
    const token = await tokenOf('demo-officer')
    const statuses = []
    for (let at = 0; at < 7; at += 1)
      statuses.push((await change('demo-officer', token, `guess ${at}`)).status)
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429])
  })

  it('ends all other sessions and leaves the one that changed it, and is an entry without the password', async () => {
    const [one, other] = [await tokenOf('demo-officer'), await tokenOf('demo-officer')]
    expect((await change('demo-officer', one, 'navbatchi-demo')).status).toBe(204)
    expect([await isIn(one), await isIn(other)]).toEqual([true, false])
    expect(await signIn('demo-officer')).toMatchObject({ status: 401 })
    expect(await signIn('demo-officer', 'battery staple')).toMatchObject({ status: 200 })
    expect(await entriesOf('password-changed')).toEqual([
      {
        type: 'password-changed',
        by: 'demo-officer',
        data: { userId: 'demo-officer', change: 'own' },
      },
    ])
    expect(await entriesOf('officer-signed-out')).toHaveLength(1)
    expect(JSON.stringify(await hub.keeper.read(0, 1_000))).not.toMatch(
      /battery staple|navbatchi-demo|argon2/,
    )
  })
})

describe('A password that an administrator sets anew', () => {
  it('is an entry of its own, ends all sessions of that user, and is for administrators', async () => {
    const [supervisor, admin, officer] = [
      await tokenOf('demo-supervisor'),
      await tokenOf('demo-admin'),
      await tokenOf('demo-officer'),
    ]
    expect(await reset('demo-officer', supervisor)).toMatchObject({
      status: 403,
      json: { error: 'not-your-role' },
    })
    expect(await change('demo-officer', supervisor, 'navbatchi-demo')).toMatchObject({
      status: 403,
      json: { error: 'not-your-password' },
    })
    expect((await reset('demo-officer', admin)).status).toBe(204)
    expect([await isIn(officer), await isIn(admin)]).toEqual([false, true])
    expect(await signIn('demo-officer', 'battery staple')).toMatchObject({ status: 200 })
    expect(await reset('nobody', admin)).toMatchObject({ json: { error: 'user-unknown' } })
    expect(await reset('demo-officer', admin, 'short')).toMatchObject({
      status: 400,
      json: { error: 'invalid' },
    })
    expect(await reset('demo-admin', admin)).toMatchObject({
      status: 403,
      json: { error: 'own-password' },
    })
    expect(await entriesOf('password-changed')).toEqual([
      {
        type: 'password-changed',
        by: 'demo-admin',
        data: { userId: 'demo-officer', change: 'reset' },
      },
    ])
  })
})

describe('The session that the cars of a fleet share', () => {
  it('is ended by none of them, nor by a password that one of them changes', async () => {
    const token = await tokenOf('demo-fleet')
    const out = await ask('/v1/sessions', { method: 'DELETE', token })
    expect(out).toMatchObject({ status: 403, json: { error: 'shared-session' } })
    expect(await change('demo-fleet', token, 'navbatchi-demo')).toMatchObject({
      status: 403,
      json: { error: 'shared-session' },
    })
    expect(hub.accounts.find(token)).not.toBeNull()
  })
  it('ends when an administrator sets the password anew', async () => {
    const token = await tokenOf('demo-fleet')
    expect((await reset('demo-fleet', await tokenOf('demo-admin'))).status).toBe(204)
    expect(hub.accounts.find(token)).toBeNull()
  })
})

describe('While nothing can be recorded', () => {
  it('nobody is made, changed, disabled or given another role, and all is as it was', async () => {
    const [admin, officer] = [await tokenOf('demo-admin'), await tokenOf('demo-officer')]
    const before = hub.accounts.list()
    hub.disk.full = true
    const newAdmin = { username: 'chief', name: 'Chief', role: 'admin', password: 'battery staple' }
    const answers = [
      await ask('/v1/users', { token: admin, body: newAdmin }),
      await change('demo-officer', officer, 'navbatchi-demo'),
      await reset('demo-officer', admin),
      await disable('demo-officer', admin),
      await ask('/v1/users/demo-officer/role', {
        method: 'PUT',
        token: admin,
        body: { role: 'admin' },
      }),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, json: { error: 'not-stored' } })
      expect(answer.json.message).toContain('Nothing was done')
    }
    expect(hub.accounts.list()).toEqual(before)
    hub.disk.full = false
    expect(await signIn('demo-officer')).toMatchObject({ status: 200 })
    expect(await isIn(officer)).toBe(true)
  })
})

describe('A user who is disabled', () => {
  it('is out at once, cannot sign in, is told so, and can again once enabled', async () => {
    const [admin, officer] = [await tokenOf('demo-admin'), await tokenOf('demo-officer')]
    expect((await disable('demo-officer', admin)).status).toBe(204)
    expect(await isIn(officer)).toBe(false)
    expect(await signIn('demo-officer')).toMatchObject({
      status: 403,
      json: { error: 'user-disabled' },
    })
    expect(await signIn('demo-officer', 'guess')).toMatchObject({
      status: 401,
      json: { error: 'wrong-password' },
    })
    const { users } = (await ask('/v1/users', { token: admin })).json
    expect(users).toContainEqual({
      username: 'demo-officer',
      name: 'Demo officer',
      role: 'officer',
      disabled: true,
    })
    expect(
      (await ask('/v1/users/demo-officer/enable', { token: admin, method: 'POST' })).status,
    ).toBe(204)
    expect(await signIn('demo-officer')).toMatchObject({ status: 200 })
    expect((await entriesOf('user-disabled', 'user-enabled')).map(({ type }) => type)).toEqual([
      'user-disabled',
      'user-enabled',
    ])
  })

  it('is never the last administrator, nor is that one made something else', async () => {
    const admin = await tokenOf('demo-admin')
    const last = { status: 409, json: { error: 'last-administrator' } }
    expect(await disable('demo-admin', admin)).toMatchObject(last)
    const role = (name: string, to: string, token: string) =>
      ask(`/v1/users/${name}/role`, { method: 'PUT', token, body: { role: to } })
    expect(await role('demo-admin', 'officer', admin)).toMatchObject(last)
    expect((await role('demo-supervisor', 'admin', admin)).status).toBe(204)
    const second = await tokenOf('demo-supervisor')
    // Each would disable the other: the second of them is out by then.
    const both = await Promise.all([
      disable('demo-admin', second),
      disable('demo-supervisor', admin),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 401])
    expect(await entriesOf('user-role-changed')).toEqual([
      {
        type: 'user-role-changed',
        by: 'demo-admin',
        data: { userId: 'demo-supervisor', role: 'admin', was: 'supervisor' },
      },
    ])
  })
})

describe('An officer at the usual desk', () => {
  const deskKey = 'k'.repeat(43)
  it('gets in while the name is being guessed from the same address', async () => {
    expect(await signIn('demo-officer', 'navbatchi-demo', { deskKey })).toMatchObject({
      status: 200,
    })
    for (let at = 0; at < 6; at += 1) await signIn('demo-officer', 'guess')
    expect(await signIn('demo-officer')).toMatchObject({
      status: 429,
      json: { error: 'too-many-failures' },
    })
    expect(await signIn('demo-officer', 'navbatchi-demo', { deskKey })).toMatchObject({
      status: 200,
    })
  })
})
