import type { Socket } from 'node:net'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '../../shared/accounts/actor'
import { roomToJson } from '../../shared/room/parts'
import { acknowledge, close, dispatch, site, sites } from '../../shared/testing/builders'
import { sessionLength } from '../accounts/session-store'
import { connectConsole, envelope, type TestConsole } from './testing/clients'
import { type Doors, openDoors, start } from './testing/doors'

let hub: Doors
const open: TestConsole[] = []
beforeEach(async () => {
  hub = await openDoors()
})
afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.disconnect()
  await hub.close()
})

/** Waits no longer than needed, and on a busy machine long enough. */
const soon = (look: () => void) => vi.waitFor(look, { timeout: 30_000, interval: 10 })

async function consoleWith(
  auth: { token: string; have?: unknown },
  room?: TestConsole['room'],
): Promise<TestConsole> {
  const one = connectConsole(hub.url, { have: null, ...auth }, room?.())
  open.push(one)
  await soon(() => expect(one.welcome() ?? one.refusal()).not.toBeNull())
  return one
}
const officerConsole = async () => consoleWith({ token: await hub.token('officer') })

/** The connection below the client: pausing it is a console that hangs. */
function tcpOf({ socket }: TestConsole): Socket {
  const transport = socket.io.engine.transport as unknown as {
    readonly ws: { readonly _socket: Socket }
  }
  return transport.ws._socket
}

const upToDate = (one: TestConsole) =>
  soon(() => expect(one.room().seq).toBe(hub.keeper.head().seq))

const readPage = (answer: unknown): unknown =>
  JSON.parse(Buffer.from(answer as Uint8Array).toString('utf8'))

const haveOf = (one: TestConsole) => {
  const last = one.entries.at(-1)
  return { unit: 'unit-1', seq: last?.seq ?? 0, hash: last?.hash ?? '' }
}

describe('a console that connects', () => {
  it('is welcomed, gets the room, and then every entry', async () => {
    const one = await officerConsole()
    await upToDate(one)
    expect(one.welcome()).toMatchObject({
      unit: { id: 'unit-1', name: 'Unit 1', demo: true },
      you: { id: 'demo-officer', name: 'Demo officer', role: 'officer' },
      head: hub.keeper.head(),
      hubTime: start,
      storage: { ok: true },
    })
    await hub.raise(2)
    await upToDate(one)
    expect(one.heard.slice(0, 2)).toEqual(['welcome', 'snapshot@4'])
    expect(one.entries.map((entry) => entry.seq)).toEqual([5, 6])
    expect(roomToJson(one.room())).toEqual(roomToJson(hub.keeper.durableRoom()))
  })

  it('gets only what it missed when it says how far it is', async () => {
    const before = await officerConsole()
    await hub.raise(1)
    await upToDate(before)
    before.socket.disconnect()
    await hub.raise(2_500)
    const after = await consoleWith(
      { token: await hub.token('officer'), have: haveOf(before) },
      before.room,
    )
    await upToDate(after)
    expect(after.heard).toEqual([
      'welcome',
      'entries 6-1005',
      'entries 1006-2005',
      'entries 2006-2506',
    ])
  })

  it('gets every entry once while entries pour in', async () => {
    const token = await hub.token('officer')
    const before = await consoleWith({ token })
    await hub.raise(1)
    await upToDate(before)
    before.socket.disconnect()
    await hub.raise(5_000)
    const pouring = (async () => {
      for (let i = 0; i < 300; i += 1) {
        await hub.raise(10)
        await new Promise((resume) => setImmediate(resume))
      }
    })()
    const joined = Array.from({ length: 5 }, () =>
      consoleWith({ token, have: haveOf(before) }, before.room),
    )
    await pouring
    const from = before.room().seq
    const expected = Array.from(
      { length: hub.keeper.head().seq - from },
      (_, index) => from + 1 + index,
    )
    for (const one of await Promise.all(joined)) {
      await upToDate(one)
      expect(one.entries.map((entry) => entry.seq)).toEqual(expected)
    }
  })

  it('that stops reading costs the hub little, and gets every entry once when it goes on', async () => {
    const one = await officerConsole()
    await upToDate(one)
    const from = one.room().seq
    const tcp = tcpOf(one)
    tcp.pause()
    const many = sites(...Array.from({ length: 1_000 }, (_, at) => site(`site-${at}`)))
    for (let i = 0; i < 150; i += 1) await hub.keeper.record(() => [many], systemActor)
    expect(one.entries.length).toBeLessThan(10)
    tcp.resume()
    await upToDate(one)
    // So large a register brings entries about its snapshots too.
    const written = hub.keeper.head().seq - from
    expect(written).toBeGreaterThanOrEqual(150)
    expect(one.entries.map((entry) => entry.seq)).toEqual(
      Array.from({ length: written }, (_, at) => from + 1 + at),
    )
    // 50 MB were written while it stood still; most came from the journal later, many to a page.
    const messages = one.heard.filter((line) => line.startsWith('entries'))
    expect(messages.length).toBeLessThan(75)
  })
})

describe('a console that cannot be brought up to date', () => {
  it('gets the room when it comes from another unit, or from too long ago', async () => {
    const hash = 'f'.repeat(64)
    const stranger = await consoleWith({
      token: await hub.token('officer'),
      have: { unit: 'unit-2', seq: 1, hash },
    })
    await upToDate(stranger)
    expect(stranger.heard[1]).toMatch(/^snapshot@/)
    const [first] = await hub.keeper.read(0, 1)
    await hub.raise(20_001)
    const late = await consoleWith({
      token: await hub.token('officer'),
      have: { unit: 'unit-1', seq: 1, hash: first?.hash },
    })
    await upToDate(late)
    expect(late.heard[1]).toMatch(/^snapshot@/)
  })

  it("is refused when its past is not the hub's", async () => {
    const token = await hub.token('officer')
    const forked = await consoleWith({
      token,
      have: { unit: 'unit-1', seq: 2, hash: 'f'.repeat(64) },
    })
    expect(forked.refusal()?.code).toBe('journal-differs')
    const ahead = await consoleWith({
      token,
      have: { unit: 'unit-1', seq: 1_000, hash: 'f'.repeat(64) },
    })
    expect(ahead.refusal()?.code).toBe('journal-differs')
  })

  it('is refused without a session, in words', async () => {
    const stranger = await consoleWith({ token: 'x'.repeat(43) })
    expect(stranger.refusal()).toEqual({
      code: 'session-ended',
      message: 'This session has ended; sign in again',
    })
    const garbled = await consoleWith({ token: 'short' })
    expect(garbled.refusal()?.message).toContain('token')
  })

  it('is refused when it is a web page from elsewhere, whatever token it holds', async () => {
    const auth = { token: await hub.token('officer'), have: null }
    const connectFrom = (origin: string) => {
      const socket = io(`${hub.url}/console`, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { origin },
        auth,
      })
      return new Promise<string>((resolve) => {
        socket.on('connect', () => resolve('connected'))
        socket.on('connect_error', () => resolve('refused'))
      }).finally(() => socket.disconnect())
    }
    expect(await connectFrom('http://elsewhere.example')).toBe('refused')
    expect(await connectFrom(hub.url)).toBe('connected')
  })

  it('is put out when its session ends, and let in no more', async () => {
    const token = await hub.token('officer')
    // Nobody is connected meanwhile, who would have to be sent the beats of a whole shift.
    hub.clock.advance(sessionLength - 2_000)
    const one = await consoleWith({ token })
    hub.clock.advance(2_000)
    await soon(() => expect(one.socket.connected).toBe(false))
    expect(one.goodbye()?.code).toBe('session-ended')
    expect((await consoleWith({ token })).refusal()?.code).toBe('session-ended')
  })
})

describe('a console at work', () => {
  it('hears once a second that the hub lives, and no more once it has stopped', async () => {
    const one = await officerConsole()
    hub.clock.advance(3_000)
    await soon(() => expect(one.beats).toHaveLength(3))
    expect(one.beats.at(-1)).toMatchObject({
      at: start + 3_000,
      seq: hub.keeper.head().seq,
      storage: { ok: true },
    })
    await hub.close()
    await soon(() => expect(one.socket.connected).toBe(false))
    expect(one.goodbye()?.code).toBe('hub-stops')
    hub.clock.advance(3_000)
    expect(one.beats).toHaveLength(3)
    hub = await openDoors()
  })

  it('agrees with the other console', async () => {
    const [first, second] = [await officerConsole(), await officerConsole()]
    const [alarmId = ''] = await hub.raise(1)
    await upToDate(first)
    expect(await first.socket.emitWithAck('command', envelope(acknowledge(alarmId)))).toMatchObject(
      { result: 'ok' },
    )
    expect(
      await second.socket.emitWithAck('command', envelope(dispatch('i1', 'q-01'))),
    ).toMatchObject({ result: 'ok' })
    await upToDate(first)
    await upToDate(second)
    expect(roomToJson(first.room())).toEqual(roomToJson(second.room()))
    expect(second.room().alarms.get(alarmId)).toMatchObject({
      phase: 'acknowledged',
      acknowledgedBy: 'Demo officer',
    })
  })

  it('is told who was first when two acknowledge the same alarm', async () => {
    const [alarmId = ''] = await hub.raise(1)
    const first = await officerConsole()
    const second = await consoleWith({ token: await hub.token('supervisor') })
    expect(
      await first.socket.emitWithAck('command', envelope(acknowledge(alarmId, 'i1'))),
    ).toMatchObject({
      result: 'ok',
      notice: null,
    })
    expect(
      await second.socket.emitWithAck('command', envelope(acknowledge(alarmId, 'i2'))),
    ).toMatchObject({
      result: 'ok',
      notice: {
        code: 'alarm-already-acknowledged',
        text: expect.stringContaining('Demo officer acknowledged it first'),
      },
    })
  })
})

describe('a command of a console', () => {
  it('is refused with a code and in words', async () => {
    const one = await officerConsole()
    expect(await one.socket.emitWithAck('command', envelope(close('no-such-incident')))).toEqual({
      result: 'refused',
      refusal: {
        code: 'incident-unknown',
        params: {},
        text: 'This incident is not in the room any more',
      },
    })
  })

  it('is refused when a trainer gives it', async () => {
    const [alarmId = ''] = await hub.raise(1)
    const one = await consoleWith({ token: await hub.token('trainer') })
    expect(await one.socket.emitWithAck('command', envelope(acknowledge(alarmId)))).toMatchObject({
      result: 'refused',
      refusal: { code: 'not-your-role', text: expect.stringContaining('Demo trainer') },
    })
  })

  it('is carried out once, however often it is sent', async () => {
    const [alarmId = ''] = await hub.raise(1)
    const one = await officerConsole()
    const command = envelope(acknowledge(alarmId))
    const first = await one.socket.emitWithAck('command', command)
    const seq = hub.keeper.head().seq
    expect(await one.socket.emitWithAck('command', command)).toEqual(first)
    expect(hub.keeper.head().seq).toBe(seq)
  })

  it('that makes no sense is refused, and the console stays connected', async () => {
    const { socket } = await officerConsole()
    const send = (name: string, message: unknown): Promise<unknown> =>
      socket.emitWithAck(name as 'command', message as never)
    for (const message of [
      null,
      'text',
      {},
      { commandId: 'c 1' },
      [],
      { commandId: 'c1', command: {}, issuedAt: 'x' },
    ])
      expect(await send('command', message)).toMatchObject({
        result: 'refused',
        refusal: { code: 'invalid' },
      })
    const noted = { type: 'add-note', incidentId: 'i1', noteId: 'n1', text: ' ' }
    expect(await send('command', { commandId: 'c1', command: noted, issuedAt: 0 })).toMatchObject({
      refusal: { text: 'command.text: a note needs words' },
    })
    expect(await send('history', { after: -1, limit: 1 })).toMatchObject({ result: 'refused' })
    socket.emit('command', null as never, undefined as never)
    socket.emit('no-such-word' as 'command', null as never, () => {})
    expect(socket.connected).toBe(true)
  })

  it('is held back when they come faster than from any hand', async () => {
    const { socket } = await officerConsole()
    const replies = await Promise.all(
      Array.from({ length: 120 }, () =>
        socket.emitWithAck('command', envelope(close('no-such-incident'))),
      ),
    )
    const tooFast = replies.filter(
      (reply) => reply.result === 'refused' && reply.refusal.code === 'too-fast',
    )
    expect(tooFast).toHaveLength(20)
    hub.clock.advance(1_000)
    expect(await socket.emitWithAck('command', envelope(close('i1')))).toMatchObject({
      refusal: { code: 'incident-unknown' },
    })
  })
})

describe('a console that asks for more', () => {
  it('reads the journal page by page', async () => {
    await hub.raise(10)
    const { socket } = await officerConsole()
    const pageAfter = async (after: number) =>
      readPage(await socket.emitWithAck('history', { after, limit: 5 }))
    const pages = await Promise.all([0, 5].map(pageAfter))
    expect(pages).toEqual([await hub.keeper.read(0, 5), await hub.keeper.read(5, 5)])
    expect(await pageAfter(1_000)).toEqual([])
  })

  it('hears of positions four times a second, the newest of each team, and on connecting of all', async () => {
    const one = await officerConsole()
    const fix = (teamId: string, at: number) => ({
      teamId,
      lon: 65.8,
      lat: 38.9,
      at: start + at,
      speed: 5,
      heading: 90,
    })
    for (const each of [fix('q-01', 1), fix('q-02', 1), fix('q-01', 2)]) hub.tracks.accept(each)
    hub.clock.advance(250)
    await soon(() => expect([...one.positions.values()]).toEqual([fix('q-01', 2), fix('q-02', 1)]))
    const next = await officerConsole()
    await soon(() => expect(next.positions.size).toBe(2))
  })
})
