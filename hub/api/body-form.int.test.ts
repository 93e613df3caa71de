import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
let centreKey: string
beforeEach(async () => {
  hub = await openDoors()
  const headers = {
    authorization: `Bearer ${await hub.token('admin')}`,
    'content-type': 'application/json',
  }
  const body = JSON.stringify({ id: 'north', name: 'Northern centre' })
  const answer = await fetch(`${hub.url}/v1/centres`, { method: 'POST', headers, body })
  centreKey = ((await answer.json()) as { key: string }).key
})
afterEach(() => hub.close())

const item = { id: 'n-1', account: '0001', table: 'cid', code: '130', qualifier: 'new', zone: '1' }
const signals = JSON.stringify({ signals: [item] })
const register = 'account,name,category,lat,lon\n6102,Mill,residential,38.86,65.79\n'

interface Sent {
  readonly path: string
  readonly token: string
  readonly body: string | Uint8Array
  readonly headers: Readonly<Record<string, string>>
}
async function post({ path, token, body, headers }: Sent) {
  const answer = await fetch(`${hub.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return {
    status: answer.status,
    headers: answer.headers,
    json: (await answer.json()) as Record<string, unknown>,
  }
}
const raised = async () =>
  (await hub.keeper.read(0, 1_000)).filter(({ type }) => type === 'alarm-raised').length

describe('A body that is no JSON by its Content-Type', () => {
  it('is answered with 415, a sentence and the type that is read, on every route that wants JSON', async () => {
    const admin = await hub.token('admin')
    const routes: [path: string, token: string][] = [
      ['/v1/signals', centreKey],
      ['/v1/sessions', 'none'],
      ['/v1/commands', admin],
      ['/v1/users', admin],
      ['/v1/centres', admin],
    ]
    for (const [path, token] of routes)
      for (const type of [
        'text/plain;charset=UTF-8',
        'application/x-www-form-urlencoded',
        'nonsense',
      ]) {
        const answer = await post({ path, token, body: signals, headers: { 'content-type': type } })
        expect([path, type, answer.status]).toEqual([path, type, 415])
        expect(answer.json).toEqual({
          error: 'bad-media-type',
          message: 'The body must be sent with Content-Type: application/json',
        })
        expect(answer.headers.get('accept')).toBe('application/json')
      }
    expect(await raised()).toBe(0)
  })

  it('is read when only the case of the type or its parameters differ', async () => {
    const types = [
      'Application/JSON',
      'application/json; charset=utf-8',
      'APPLICATION/JSON;Charset="UTF-8"',
    ]
    for (const [at, type] of types.entries()) {
      const body = signals.replace('n-1', `n-${at}`)
      const answer = await post({
        path: '/v1/signals',
        token: centreKey,
        body,
        headers: { 'content-type': type },
      })
      expect([type, answer.status]).toEqual([type, 200])
    }
  })
})

describe('A register', () => {
  it('is read as its media type says, whatever its case and parameters', async () => {
    const token = await hub.token('supervisor')
    for (const type of ['Text/CSV; charset=UTF-8', 'TEXT/CSV', 'text/csv ; header=present']) {
      const headers = { 'content-type': type }
      const answer = await post({
        path: '/v1/sites/import?dryRun=true',
        token,
        body: register,
        headers,
      })
      expect([type, answer.status, answer.json.counts]).toEqual([
        type,
        200,
        expect.objectContaining({ new: 1 }),
      ])
    }
  })

  it('of another type is answered with 415 and the types that are read', async () => {
    const token = await hub.token('supervisor')
    const headers = { 'content-type': 'application/vnd.ms-excel' }
    const answer = await post({ path: '/v1/sites/import', token, body: register, headers })
    expect(answer).toMatchObject({ status: 415, json: { error: 'bad-media-type' } })
    expect(answer.headers.get('accept')).toBe('text/csv, application/geo+json')
  })
})

describe('A compressed body', () => {
  it('is answered with 415 and Accept-Encoding, whatever it would hold', async () => {
    const supervisor = await hub.token('supervisor')
    for (const coding of ['gzip', 'br', 'deflate, GZIP']) {
      const sent: Sent[] = [
        {
          path: '/v1/signals',
          token: centreKey,
          body: gzipSync(signals),
          headers: { 'content-type': 'application/json', 'content-encoding': coding },
        },
        {
          path: '/v1/sites/import?dryRun=true',
          token: supervisor,
          body: gzipSync(register),
          headers: { 'content-type': 'text/csv', 'content-encoding': coding },
        },
      ]
      for (const one of sent) {
        const answer = await post(one)
        expect(answer).toMatchObject({ status: 415, json: { error: 'bad-content-encoding' } })
        expect(String(answer.json.message)).toContain('compressed')
        expect(answer.headers.get('accept-encoding')).toBe('identity')
      }
    }
  })

  it('is one that was compressed: identity is none', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'Identity' }
    expect(
      await post({ path: '/v1/signals', token: centreKey, body: signals, headers }),
    ).toMatchObject({ status: 200 })
  })

  it('is not looked at before it is known who sends it', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await post({
      path: '/v1/signals',
      token: 'x'.repeat(40),
      body: gzipSync(signals),
      headers,
    })
    expect(answer.status).toBe(401)
  })
})

describe('A client of socket.io 2', () => {
  it('is told in words that only socket.io 4 is spoken', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    const answer = await new Promise<string>((resolve, reject) => {
      request(`${hub.url}/socket.io/?EIO=3&transport=websocket`, { headers }, (response) => {
        let text = `${response.statusCode} `
        response.on('data', (chunk: Buffer) => {
          text += chunk
        })
        response.on('end', () => resolve(text))
      })
        .on('error', reject)
        .end()
    })
    expect(answer).toMatch(/^400 .*old-client.*socket\.io 4/)
  })
})
