import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
afterEach(() => hub.close())

/**
 * Sends these bytes and then nothing; resolves with how long the hub bore it, ms, and what it said.
 */
const bearing = (bytes: string) =>
  new Promise<{ ms: number; said: string }>((resolve) => {
    const begun = performance.now()
    let said = ''
    const socket = connect(hub.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ ms: performance.now() - begun, said }))
  })

describe('A client that does not come to the end of its request', () => {
  it('is cut off within a second of the limit, in its head, in its body and before its first byte', async () => {
    hub = await openDoors({ slowestRequest: 700 })
    const head = 'POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n'
    const body = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`
    for (const { ms } of await Promise.all(['', head, body].map(bearing))) {
      expect(ms).toBeGreaterThan(600)
      expect(ms).toBeLessThan(5_000)
    }
  })
})

describe('A client that hangs up behind its requests', () => {
  it('leaves no error in the log', async () => {
    hub = await openDoors()
    const request = 'GET /v1/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
    for (let round = 0; round < 5; round++)
      await new Promise<void>((resolve) => {
        const socket = connect(hub.port, '127.0.0.1', () => {
          socket.write(request.repeat(2_000), () => socket.resetAndDestroy())
        })
        socket.on('error', () => {})
        socket.on('close', () => resolve())
      })
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200)
    expect(hub.logged()).not.toContain('"level":50')
  })
})
