import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../node/system-clock'
import type { LinkState } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import type { Clock } from '../../shared/timeline/clock-port'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { type HubSource, remoteHub } from './hub-source'
import { createAskHub } from './link/ask-hub'
import type { Target } from './link/hub-link'

/** The part of a hub's HTTP interface that signing in needs; it knows one password. */
const server = (): Server =>
  createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const answer = (status: number, value: unknown) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify(value))
      if (request.url === '/healthz') return answer(200, { status: 'ok', seq: 1 })
      const { username, password, desk } = JSON.parse(body) as Record<string, string>
      if (password !== 'right')
        return answer(401, { error: 'wrong-password', message: 'Name or password is wrong' })
      const actor = { kind: 'officer', id: username, name: username, role: 'officer', desk }
      return answer(200, { token: 'token-of-the-session', actor })
    })
  })
const listen = (on: Server, port = 0) =>
  new Promise<number>((resolve) => {
    on.listen(port, '127.0.0.1', () => resolve((on.address() as AddressInfo).port))
  })
const shut = (hub: Server) =>
  new Promise((resolve) => {
    hub.close(resolve)
    hub.closeAllConnections()
  })

describe('a hub elsewhere', () => {
  const open: { hub: Server; source?: HubSource }[] = []
  afterEach(async () => {
    for (const { hub, source } of open.splice(0)) {
      await source?.stop()
      await shut(hub)
    }
  })
  async function remote(clock: Clock = systemClock) {
    const hub = server()
    const port = await listen(hub)
    const states: LinkState[] = []
    const targets: Target[] = []
    const steering = {
      connect: (target: Target) => void targets.push(target),
      disconnect: (state: LinkState) => void states.push(state),
    }
    const at = { hub: `http://127.0.0.1:${port}`, ask: createAskHub() }
    const source = remoteHub({ at, desk: 'desk-3', deskKey: 'k'.repeat(43), clock, steering })
    const last = { hub, source }
    open.push(last)
    return { last, port, source, states, targets }
  }
  const until = (what: () => unknown, value: unknown) =>
    expect.poll(what, { timeout: 10_000 }).toBe(value)

  it('asks somebody to sign in, and says in its own words why not', async () => {
    const { source, states, targets, port } = await remote()
    source.start()
    await until(() => states.at(-1)?.phase, 'signed-out')
    expect(await source.signIn('officer', 'wrong')).toMatchObject({
      code: 'wrong-password',
      text: 'Name or password is wrong',
    })
    expect(targets).toEqual([])
    expect(await source.signIn('officer', 'right')).toBeNull()
    expect(targets).toEqual([{ url: `http://127.0.0.1:${port}`, token: 'token-of-the-session' }])
  })
  it('asks again when a session has ended, and says why', async () => {
    const { source, states } = await remote()
    await source.signIn('officer', 'right')
    source.tokenRefused(sentence('session-ended', 'This session has ended; sign in again'))
    expect(states.at(-1)).toMatchObject({
      phase: 'signed-out',
      said: { text: 'This session has ended; sign in again' },
    })
  })
  it('is said to be out of reach while it is away, and found again by itself', async () => {
    const { last, source, states, port } = await remote()
    await shut(last.hub)
    source.start()
    await until(() => states.at(-1)?.phase, 'lost')
    expect(states.at(-1)).toMatchObject({
      said: { text: expect.stringContaining('cannot be reached') },
    })
    expect(await source.signIn('officer', 'right')).toMatchObject({ code: 'hub-unreachable' })
    last.hub = server()
    await listen(last.hub, port)
    await until(() => states.at(-1)?.phase, 'signed-out')
  })
  it('is missed while somebody is asked to sign in, and asks again by itself when it is back', async () => {
    const { last, source, states, port } = await remote()
    source.start()
    await until(() => states.at(-1)?.phase, 'signed-out')
    await shut(last.hub)
    await until(() => states.at(-1)?.phase, 'lost')
    expect(states.at(-1)).toMatchObject({ atSignIn: true, why: 'refused' })
    last.hub = server()
    await listen(last.hub, port)
    await until(() => states.at(-1)?.phase, 'signed-out')
  })
  it('is tried at once when somebody asks, without waiting for the next look', async () => {
    // This clock stands still: nothing is looked for by itself.
    const { last, source, states, port } = await remote(createManualClock())
    await shut(last.hub)
    source.start()
    await until(() => states.at(-1)?.phase, 'lost')
    expect(states.at(-1)).toMatchObject({ why: 'refused' })
    last.hub = server()
    await listen(last.hub, port)
    await source.tryAgain()
    expect(states.at(-1)).toMatchObject({ phase: 'signed-out' })
  })
  it('is connected to anew on request once somebody has signed in', async () => {
    const { source, targets } = await remote(createManualClock())
    await source.signIn('officer', 'right')
    await source.tryAgain()
    expect(targets).toHaveLength(2)
    expect(targets[1]).toEqual(targets[0])
  })
  it('is told from another program at its address, which nobody is asked to sign in at', async () => {
    const { last, source, states, port } = await remote(createManualClock())
    await shut(last.hub)
    const others = [
      createServer((_request, response) => void response.end('<html>It works</html>')),
      createServer(
        (_request, response) => void response.writeHead(302, { location: '/login' }).end(),
      ),
      createServer((request) => void request.socket.write('SSH-2.0-other\r\n')),
    ]
    for (const other of others) {
      last.hub = other
      await listen(other, port)
      await source.tryAgain()
      expect(states.at(-1)).toMatchObject({ phase: 'lost', why: 'another-program' })
      await shut(other)
    }
    last.hub = server()
    await listen(last.hub, port)
  })
})
