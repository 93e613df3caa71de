import { createHash, X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificate } from '../node/testing/test-certificates'
import { createAskHub } from './ask-hub'

/** A hub whose certificate a private authority has signed. */
const requests: string[] = []
const server = createServer(
  { cert: certificate('hub.pem'), key: certificate('hub.key') },
  (request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      requests.push(`${request.method} ${request.url} ${body}`)
      response.end('{"token":"t"}')
    })
  },
)
let hub = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  hub = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const pin = createHash('sha256')
  .update(new X509Certificate(certificate('hub.pem')).raw)
  .digest('hex')
const signIn = { method: 'POST', headers: {}, body: 'secret' } as const

describe('A program of the command line that asks a hub with a private certificate', () => {
  it('is answered when the authority or the certificate is named', async () => {
    for (const trust of [
      { ca: certificate('authority.pem'), pin: null },
      { ca: null, pin },
    ])
      expect(await createAskHub(hub, trust)('/v1/sessions', signIn)).toEqual({
        status: 200,
        json: { token: 't' },
      })
    expect(requests).toEqual(Array(2).fill('POST /v1/sessions secret'))
  })

  it('says in words why it does not trust it, before a byte of the password is sent', async () => {
    requests.length = 0
    await expect(createAskHub(hub, { ca: null, pin: null })('/', signIn)).rejects.toThrow(
      'name its authority with --hub-ca FILE, or the certificate with --hub-pin SHA256',
    )
    await expect(
      createAskHub(hub, { ca: null, pin: 'ab'.repeat(32) })('/', signIn),
    ).rejects.toThrow('its certificate is not the one that --hub-pin names')
    expect(requests).toEqual([])
  })
})
