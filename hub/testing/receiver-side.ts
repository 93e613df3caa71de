import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * The other side of a receiver line: a program that sends lines and reads the bytes it is answered
 * with.
 */
export interface ReceiverSide {
  send(...lines: readonly Uint8Array[]): void
  /**
   * This many more answers to lines that were sent, each a byte in hex: `06`, `15`. Answers to
   * heartbeats are left out.
   */
  answers(count: number): Promise<string[]>
  fallSilent(): void
  readonly ended: Promise<void>
  close(): void
}

/** How often a receiver with heartbeats sends one, ms. */
const beat = 500

/** `heartbeat`: the line that says it lives, sent by itself from now on. */
function receiverSide(socket: Socket, heartbeat?: Uint8Array): ReceiverSide {
  /** What was sent and is not answered yet: answers name no line, and come in order. */
  const unanswered: ('line' | 'heartbeat')[] = []
  let bytes: number[] = []
  let wake = () => {}
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (unanswered.shift() === 'line') bytes.push(byte)
    wake()
  })
  const say = (what: 'line' | 'heartbeat', line: Uint8Array) => {
    unanswered.push(what)
    socket.write(line)
  }
  if (heartbeat) say('heartbeat', heartbeat)
  const beating = heartbeat && setInterval(() => say('heartbeat', heartbeat), beat)
  const fallSilent = () => clearInterval(beating)
  const ended = new Promise<void>((resolve) =>
    socket.once('close', () => {
      fallSilent()
      resolve()
    }),
  )
  return {
    send(...lines) {
      for (const line of lines) say('line', line)
    },
    async answers(count) {
      while (bytes.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const told = bytes.slice(0, count)
      bytes = bytes.slice(count)
      return told.map((byte) => byte.toString(16).padStart(2, '0'))
    },
    fallSilent,
    ended,
    close: () => void socket.destroy(),
  }
}

export async function callHub(port: number, localAddress = '127.0.0.1'): Promise<ReceiverSide> {
  const socket = connect({ host: '127.0.0.1', port, localAddress })
  await once(socket, 'connect')
  return receiverSide(socket)
}

/**
 * A receiver whose automation port the hub dials; with a heartbeat it is heard from the first
 * moment on.
 */
export async function awaitHub(heartbeat?: Uint8Array) {
  const waiting: ReceiverSide[] = []
  const open = new Set<ReceiverSide>()
  let wake = () => {}
  const server = createServer((socket) => {
    const side = receiverSide(socket, heartbeat)
    open.add(side)
    socket.once('close', () => open.delete(side))
    waiting.push(side)
    wake()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async next(): Promise<ReceiverSide> {
      while (waiting.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return waiting.shift() as ReceiverSide
    },
    close() {
      for (const side of open) side.close()
      server.close()
    },
  }
}
export type DialledReceiver = Awaited<ReturnType<typeof awaitHub>>
