import { createHash, X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcp } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, describe, expect, it } from 'vitest'
import { type HubTrust, hubAgent, parsePin } from '../../../node/hub-trust'
import { certificate } from '../../../node/testing/test-certificates'
import { silentLog } from '../log'
import { createAskHub } from './ask-hub'
import { connectBySocketIo } from './hub-socket'
import { signIn, whyUnreachable } from './sign-in'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const authority = certificate('authority.pem')
const pinOf = (name: string) =>
  createHash('sha256')
    .update(new X509Certificate(certificate(name)).raw)
    .digest('hex')

/** A hub that speaks TLS with this certificate; it notes every request that reaches it. */
async function tlsHub(name = 'hub.pem') {
  const requests: string[] = []
  const server = createServer(
    { cert: certificate(name), key: certificate('hub.key') },
    (request, response) => {
      requests.push(`${request.method} ${request.url}`)
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ error: 'wrong-password', message: 'Name or password is wrong' }),
      )
    },
  )
  const sockets = new Server(server)
  sockets.of('/console').on('connection', () => requests.push('console'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => sockets.close())
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

const who = { username: 'officer', password: 'secret' }

/** What signing in and the socket come to, for a console that trusts so. */
async function tried(
  url: string,
  trust: HubTrust,
): Promise<readonly [signIn: string, socket: string]> {
  const agent = hubAgent(trust)
  const at = { hub: url, ask: createAskHub(agent) }
  const answer = await signIn(at, who)
  const word = await new Promise<string>((resolve) => {
    const nothing = () => {}
    const socket = connectBySocketIo(silentLog, agent)(
      url,
      () => ({ token: 'a'.repeat(20), have: null }),
      {
        ...{
          welcome: nothing,
          beat: nothing,
          snapshot: nothing,
          entries: nothing,
          positions: nothing,
        },
        up: () => resolve('up'),
        down: ({ text }) => resolve(text),
        refused: ({ message }) => resolve(message),
      },
    )
    ends.push(() => socket.close())
  })
  return ['text' in answer ? answer.text : 'signed in', word]
}

const reached = ['Name or password is wrong', 'up']
const both = (words: string) => [expect.stringContaining(words), expect.stringContaining(words)]

describe('A console that trusts', () => {
  it.each([
    ['the authority of the hub', { ca: authority, pin: null }],
    ['the very certificate, by its fingerprint', { ca: null, pin: pinOf('hub.pem') }],
    ['both', { ca: authority, pin: pinOf('hub.pem') }],
  ])('%s comes in, with its sign-in and with its socket', async (_whom, trust) => {
    const hub = await tlsHub()
    expect(await tried(hub.url, trust)).toEqual(reached)
  })

  it.each([
    ['public authorities only', { ca: null, pin: null }, 'signed by nobody this console trusts'],
    [
      'another authority',
      { ca: certificate('other-authority.pem'), pin: null },
      'signed by nobody this console trusts',
    ],
    [
      'another certificate',
      { ca: null, pin: pinOf('elsewhere.pem') },
      'not the one that --hub-pin names',
    ],
    [
      'the authority, but another certificate',
      { ca: authority, pin: pinOf('elsewhere.pem') },
      '--hub-pin names',
    ],
    [
      'the certificate, but another authority',
      { ca: certificate('other-authority.pem'), pin: pinOf('hub.pem') },
      'signed by nobody this console trusts',
    ],
  ])('%s refuses the hub in words, and sends it nothing', async (_whom, trust, words) => {
    const hub = await tlsHub()
    expect(await tried(hub.url, trust)).toEqual(both(words))
    expect(hub.requests).toEqual([])
  })

  it.each([
    ['that has expired', 'expired.pem', 'its certificate has expired'],
    ['for another name', 'elsewhere.pem', 'its certificate is for another name'],
  ])('its authority refuses a certificate %s, and says so', async (_what, name, words) => {
    const hub = await tlsHub(name)
    expect(await tried(hub.url, { ca: authority, pin: null })).toEqual(both(words))
    expect(hub.requests).toEqual([])
  })

  it('one certificate for itself takes it also when it has expired: no alarm may stop at a date', async () => {
    const hub = await tlsHub('expired.pem')
    expect(await tried(hub.url, { ca: null, pin: pinOf('expired.pem') })).toEqual(reached)
  })
})

describe('Looking for a hub', () => {
  it('says in words that its certificate is not trusted', async () => {
    const hub = await tlsHub()
    expect(await whyUnreachable({ hub: hub.url, ask: createAskHub() })).toEqual({
      why: 'not-trusted',
      said: expect.objectContaining({
        code: 'trust-unknown-signer',
        text: expect.stringContaining('--hub-ca FILE'),
      }),
    })
  })
  it('ends when something holds the line and never speaks TLS', async () => {
    const mute = createTcp(() => {})
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    ends.push(() => mute.close())
    const { port } = mute.address() as AddressInfo
    const ask = createAskHub(hubAgent({ ca: authority, pin: null }))
    const asked = ask(new URL(`https://127.0.0.1:${port}/healthz`), { patience: 100 })
    await expect(asked).rejects.toThrow('aborted')
  })
})

describe('A pin', () => {
  it('is read as openssl prints it', () => {
    const digits = pinOf('hub.pem')
    const printed = (digits.toUpperCase().match(/../g) ?? []).join(':')
    expect([parsePin(printed), parsePin(digits)]).toEqual([digits, digits])
  })
})
