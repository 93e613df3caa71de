import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnyEntry } from '../../shared/journal/entry'
import { acknowledge } from '../../shared/testing/builders'
import { envelope } from '../feed/testing/clients'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
beforeEach(async () => {
  hub = await openDoors()
})
afterEach(() => hub.close())

interface Ask {
  readonly method?: string
  readonly token?: string
  readonly body?: unknown
  readonly raw?: string
}
/** Asks as any HTTP client would; `body` goes as JSON, `raw` as it is. */
async function ask(path: string, { method, token, body, raw }: Ask = {}) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const answer = await fetch(`${hub.url}${path}`, {
    method: method ?? (text === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
    },
    ...(text !== undefined && { body: text }),
  })
  const received = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return {
    status: answer.status,
    headers: answer.headers,
    text: received,
    json: isJson ? JSON.parse(received) : null,
  }
}
/** What the hub answers to these bytes until it hangs up. */
const asRaw = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(hub.port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (data) => {
      text += data
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
const signIn = (username: string, password: string) =>
  ask('/v1/sessions', { body: { username, password } })

describe('signing in', () => {
  it('gives a token and says who it is; the journal says who came and went', async () => {
    await hub.accounts.prepare({ demoPassword: 'navbatchi-demo' })
    const { status, json } = await signIn('demo-officer', 'navbatchi-demo')
    expect(status).toBe(200)
    expect(json.actor).toEqual({
      kind: 'officer',
      id: 'demo-officer',
      name: 'Demo officer',
      role: 'officer',
    })
    expect((await ask('/v1/sessions', { method: 'DELETE', token: json.token })).status).toBe(204)
    const after = await ask('/v1/sessions', { method: 'DELETE', token: json.token })
    expect(after).toMatchObject({ status: 401, json: { error: 'session-ended' } })
    const entries = await hub.keeper.read(0, 100)
    expect(entries.slice(-2).map((entry) => [entry.type, entry.by.id])).toEqual([
      ['officer-signed-in', 'demo-officer'],
      ['officer-signed-out', 'demo-officer'],
    ])
    expect(JSON.stringify(entries)).not.toContain(json.token)
  })

  it('refuses a wrong password plainly, the same for a name that does not exist, and then holds back', async () => {
    await hub.accounts.prepare({ demoPassword: 'navbatchi-demo' })
    const plain = {
      status: 401,
      json: { error: 'wrong-password', message: 'Name or password is wrong' },
    }
    expect(await signIn('nobody', 'guess')).toMatchObject(plain)
    for (let i = 0; i < 5; i += 1)
      expect(await signIn('demo-officer', `guess ${i}`)).toMatchObject(plain)
    const heldBack = {
      error: 'too-many-failures',
      message: 'Too many wrong passwords; try again in 60 s',
    }
    expect(await signIn('demo-officer', 'navbatchi-demo')).toMatchObject({
      status: 429,
      json: heldBack,
    })
    expect(await signIn('demo-supervisor', 'navbatchi-demo')).toMatchObject({ status: 200 })
    hub.clock.advance(60_000)
    expect(await signIn('demo-officer', 'navbatchi-demo')).toMatchObject({ status: 200 })
  })

  it('lets the bootstrap administrator in, who alone registers users', async () => {
    await hub.accounts.prepare({ bootstrapAdmin: 'chief:correct horse' })
    const { json } = await signIn('chief', 'correct horse')
    const newUser = {
      username: 'officer-7',
      name: 'Officer 7',
      role: 'officer',
      password: 'battery staple',
    }
    const register = (token: string, body: unknown = newUser) => ask('/v1/users', { token, body })
    expect(await register(json.token)).toMatchObject({
      status: 201,
      json: { username: 'officer-7', role: 'officer' },
    })
    expect(await register(json.token)).toMatchObject({
      status: 409,
      json: { error: 'username-taken' },
    })
    const officer = await signIn('officer-7', 'battery staple')
    expect(await register(officer.json.token)).toMatchObject({
      status: 403,
      json: { error: 'not-your-role' },
    })
    expect(await register(json.token, { ...newUser, password: 'short' })).toMatchObject({
      status: 400,
      json: { error: 'invalid', message: 'password: a password needs at least 8 characters' },
    })
    const registered = (await hub.keeper.read(0, 100)).filter(
      (entry) => entry.type === 'user-registered',
    )
    expect(registered.map((entry) => entry.by.id)).toEqual(['hub', 'chief'])
  })
})

describe('the journal over HTTP', () => {
  const entriesOf = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AnyEntry)

  it('comes as one entry a line, from where it is asked for', async () => {
    await hub.raise(1_200)
    const token = await hub.token('supervisor')
    const all = await ask('/v1/journal?limit=100000', { token })
    expect(all.headers.get('content-type')).toContain('application/x-ndjson')
    expect(entriesOf(all.text)).toEqual(await hub.keeper.read(0, 100_000))
    expect(entriesOf((await ask('/v1/journal?after=3&limit=2', { token })).text)).toEqual(
      await hub.keeper.read(3, 2),
    )
    expect((await ask('/v1/journal?after=999999', { token })).text).toBe('')
  })

  it('is for people who are signed in', async () => {
    expect(await ask('/v1/journal')).toMatchObject({
      status: 401,
      json: { error: 'session-ended' },
    })
    expect(await ask('/v1/journal', { token: 'x'.repeat(43) })).toMatchObject({ status: 401 })
    expect(await ask('/v1/journal', { token: await hub.fleetToken() })).toMatchObject({
      status: 403,
      json: { error: 'not-your-role' },
    })
    expect(await ask('/v1/journal?after=-1', { token: await hub.token('officer') })).toMatchObject({
      status: 400,
      json: { error: 'invalid', message: expect.stringContaining('after') },
    })
  })
})

describe('commands over HTTP', () => {
  it('are judged like those of a console', async () => {
    const [alarmId = ''] = await hub.raise(1)
    const token = await hub.token('officer')
    const taken = await ask('/v1/commands', { token, body: envelope(acknowledge(alarmId)) })
    expect(taken).toMatchObject({ status: 200, json: { result: 'ok', notice: null } })
    const trainer = await hub.token('trainer')
    expect(
      await ask('/v1/commands', { token: trainer, body: envelope(acknowledge(alarmId)) }),
    ).toMatchObject({
      status: 200,
      json: { result: 'refused', refusal: { code: 'not-your-role' } },
    })
    expect(await ask('/v1/commands', { body: envelope(acknowledge(alarmId)) })).toMatchObject({
      status: 401,
    })
  })
})

describe('any request', () => {
  it('gets its error as a code and a sentence', async () => {
    const expected: [Ask & { path: string }, number, string][] = [
      [{ path: '/nothing/here' }, 404, 'There is nothing at GET /nothing/here'],
      [{ path: '/healthz', method: 'PUT' }, 404, 'There is nothing at PUT /healthz'],
      [{ path: '/v1/sessions', raw: '{"username":' }, 400, 'The body is not valid JSON'],
      [{ path: '/v1/sessions', raw: '[]' }, 400, ''],
      [{ path: '/v1/sessions', body: { username: 'a' } }, 400, 'password: '],
      [
        { path: '/v1/sessions', raw: `"${'x'.repeat(17_000)}"` },
        413,
        'The body is larger than may be',
      ],
      // Who they are is asked before their body is read.
      [{ path: '/v1/commands', raw: '{"not": ' }, 401, 'Sign in first'],
      [{ path: '/v1/centres', raw: `"${'x'.repeat(1_100_000)}"` }, 401, 'Sign in first'],
      [{ path: '/%', method: 'GET' }, 400, 'The address cannot be read'],
    ]
    for (const [{ path, ...request }, status, message] of expected) {
      const answer = await ask(path, request)
      expect(answer).toMatchObject({ status, json: { message: expect.stringContaining(message) } })
      expect(Object.keys(answer.json).sort()).toEqual(['error', 'message'])
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('that names this machine otherwise is not answered: it may come from a page that calls itself 127.0.0.1', async () => {
    const asked = (host: string, extra = '') =>
      asRaw(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${extra}\r\n`)
    expect(await asked(`rebound.example:${hub.port}`)).toMatch(
      /^HTTP\/1\.1 421 [\s\S]*"error":"wrong-host"/,
    )
    expect(await asked(`localhost:${hub.port}`)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('for a socket by another name, or from a web page, is refused in a sentence', async () => {
    const upgrade = (headers: string) =>
      asRaw(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n${headers}\r\n\r\n`,
      )
    expect(await upgrade('Host: rebound.example\r\nOrigin: http://rebound.example')).toMatch(
      /^HTTP\/1\.1 421 [\s\S]*"error":"wrong-host"/,
    )
    expect(
      await upgrade(`Host: 127.0.0.1:${hub.port}\r\nOrigin: http://elsewhere.example`),
    ).toMatch(/^HTTP\/1\.1 403 [\s\S]*"error":"foreign-page"/)
  })

  it('that is not HTTP at all is answered too', async () => {
    const answer = await asRaw('\x01\x02 no http\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"error":"bad-request"')
  })

  it('carries headers that keep browsers from doing anything with the answer', async () => {
    const { headers } = await ask('/healthz')
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
  })
})

describe('watching the hub', () => {
  it('tells health, figures and how to talk to it', async () => {
    expect((await ask('/healthz')).json).toEqual({
      status: 'ok',
      seq: hub.keeper.head().seq,
      records: { seq: 1, behind: 3 },
    })
    const metrics = await ask('/metrics')
    expect(metrics.text).toContain('navbatchi_feed_clients{feed="console"} 0')
    expect(metrics.text).toContain('navbatchi_tracks_dropped_total 0')
    const { json } = await ask('/openapi.json')
    expect(Object.keys(json.paths).sort()).toEqual([
      '/healthz',
      '/v1/accounts/shared-keys',
      '/v1/accounts/{account}/key',
      '/v1/accounts/{account}/reception',
      '/v1/centres',
      '/v1/centres/{id}',
      '/v1/centres/{id}/key',
      '/v1/commands',
      '/v1/journal',
      '/v1/pictures',
      '/v1/pictures/{picture}',
      '/v1/records/alarms',
      '/v1/records/assignments',
      '/v1/records/incidents',
      '/v1/records/journal',
      '/v1/records/raw-signals',
      '/v1/records/site-events',
      '/v1/records/site-year',
      '/v1/sessions',
      '/v1/signals',
      '/v1/sites/export',
      '/v1/sites/import',
      '/v1/sites/{id}/duress-words',
      '/v1/users',
      '/v1/users/{name}/disable',
      '/v1/users/{name}/enable',
      '/v1/users/{name}/password',
      '/v1/users/{name}/password-reset',
      '/v1/users/{name}/role',
    ])
    expect(json.paths['/v1/commands'].post.requestBody).toBeDefined()
  })

  it('says in one sentence that a port is in use', async () => {
    const other = await openDoors()
    try {
      await expect(other.listenAgain(hub.port)).rejects.toThrow(
        `Port ${hub.port} is in use by another program; choose another with --http-port`,
      )
    } finally {
      await other.close()
    }
  })
})
