import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../node/system-clock'
import { latin1FromBytes } from '../../shared/dc09/bytes'
import { createFrameSplitter } from '../../shared/dc09/frame-splitter'
import { type StreamLimits, serveStream, streamLimits } from './stream-connection'
import { createTurns } from './turns'

/** A door whose messages are only written down, in the order in which they are taken. */
async function openDoor(change: Partial<StreamLimits> = {}) {
  const taken: string[] = []
  const notes: string[] = []
  const open: Socket[] = []
  let underWay = 0
  let mostUnderWay = 0
  let then = (_text: string) => {}
  const turns = createTurns()
  const crowd = { underWay: 0 }
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.push(socket)
    serveStream(socket, {
      splitter: createFrameSplitter(),
      clock: systemClock,
      limits: { ...streamLimits, ...change },
      hungUp: (why) => notes.push(why),
      turns,
      crowd,
      intake: {
        async message(bytes) {
          const text = latin1FromBytes(bytes).slice(1, -1)
          taken.push(text)
          underWay += 1
          mostUnderWay = Math.max(mostUnderWay, underWay)
          then(text)
          await new Promise((next) => setImmediate(next))
          underWay -= 1
          if (socket.writable) socket.write(`${text}\n`)
        },
        unframed: (item, why) => notes.push(`${why}: ${latin1FromBytes(item.bytes)}`),
      },
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    taken,
    notes,
    mostUnderWay: () => mostUnderWay,
    /** Called with each message as it is taken. */
    whenTaken: (call: (text: string) => void) => {
      then = call
    },
    async dial() {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
      open.push(socket)
      socket.on('error', () => {})
      await once(socket, 'connect')
      return socket
    },
    stop: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

let door: Awaited<ReturnType<typeof openDoor>>
afterEach(() => door.stop())

/** A thousand messages of 64 bytes: one segment of a fast line. */
const names = Array.from({ length: 1_000 }, (_, at) => String(at).padStart(62, '0'))
const segment = Buffer.from(names.map((name) => `\n${name}\r`).join(''))

/** The answers to a stream, line by line, until the other side ends. */
async function answersOf(socket: Socket): Promise<string[]> {
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  await once(socket, 'end')
  return text.trimEnd().split('\n')
}

describe('A segment of a thousand messages', () => {
  it('lets a hold-up of a quiet line be taken while it is being taken itself', async () => {
    door = await openDoor()
    const [loud, quiet] = [await door.dial(), await door.dial()]
    const answered = once(quiet, 'data')
    door.whenTaken((text) => {
      if (text === names[0]) quiet.write('\nhold-up\r')
    })
    loud.write(segment)
    await answered
    expect(door.taken.indexOf('hold-up')).toBeLessThan(200)
    expect(door.taken.length).toBeLessThan(600)
  })

  it('is taken whole and in its order, and answered though the sender has closed', async () => {
    door = await openDoor()
    const loud = await door.dial()
    const answers = answersOf(loud)
    loud.end(Buffer.concat([segment, Buffer.from('\nbegun')]))
    expect(await answers).toEqual(names)
    expect(door.taken).toEqual(names)
    expect(door.notes).toEqual(['The sender closed in the middle of a message: \nbegun'])
  })

  it('has no more of it under way than its line may have', async () => {
    door = await openDoor({ underWay: 5 })
    const loud = await door.dial()
    const answers = answersOf(loud)
    loud.end(segment)
    expect(await answers).toHaveLength(1_000)
    expect(door.mostUnderWay()).toBe(5)
  })

  it('is taken whole though its line breaks meanwhile', async () => {
    door = await openDoor()
    const loud = await door.dial()
    const whole = new Promise<void>((resolve) => {
      door.whenTaken((text) => {
        if (text === names[0]) loud.resetAndDestroy()
        if (text === names[999]) resolve()
      })
    })
    loud.write(segment)
    await whole
    expect(door.taken).toEqual(names)
  })

  it('goes before the other program that spoke behind it on the same line', async () => {
    door = await openDoor()
    const loud = await door.dial()
    const answers = answersOf(loud)
    loud.write(Buffer.concat([segment, Buffer.from('\nGET / HTTP/1.1\r\n\nhidden\r')]))
    expect(await answers).toEqual(names)
    expect(door.notes).toEqual([
      'no-panel',
      expect.stringMatching(/^Another program, which speaks HTTP, .*: \nGET \/ HTTP/s),
    ])
  })

  it('goes before the endless one that came behind it', async () => {
    door = await openDoor({ endless: 1_000 })
    const loud = await door.dial()
    const whole = new Promise<void>((resolve) => {
      door.whenTaken((text) => text === names[999] && resolve())
    })
    loud.write(Buffer.concat([segment, Buffer.from(`\n${'x'.repeat(70_000)}`)]))
    await whole
    await new Promise((next) => setImmediate(next))
    expect(door.taken).toEqual(names)
    expect(door.notes[0]).toBe('endless')
    expect(door.notes[1]).toMatch(/^(A message without an end|Bytes outside a message): \nx/)
  })

  it('of nothing but line starts holds nothing up', async () => {
    door = await openDoor()
    const loud = await door.dial()
    const answers = answersOf(loud)
    loud.end(Buffer.concat([Buffer.alloc(60_000, '\n'), segment.subarray(0, 64)]))
    expect(await answers).toEqual(names.slice(0, 1))
  })
})
