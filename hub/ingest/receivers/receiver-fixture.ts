import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { Actor } from '../../../shared/accounts/actor'
import { latin1FromBytes } from '../../../shared/dc09/bytes'
import { type Signal, signalSchema } from '../../../shared/signals/signal'
import { encodeLine } from '../../../shared/surgard/encode'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { NotStored } from '../../keeper/keeper-port'
import type { UnreadableItem } from '../../reception/quarantined'
import type { Reception } from '../../reception/reception-port'
import type { StreamLimits } from '../stream-connection'
import { openReceiverLines } from './open-lines'
import { parseReceiverLines } from './receiver-lines'

/**
 * For tests of receiver lines: a Reception whose disk can be full or slow, a clock to advance, and
 * receivers to play.
 */

/** A burglary at account 1234, as an MLR2 sends it. */
export const burglary = '5011 181234E13001003\x14'
export const damaged = '5011 181234X13001003\x14'
export const heartbeat = latin1FromBytes(
  encodeLine({ kind: 'heartbeat', receiver: '01', line: '1' }),
)
export const ack = '\x06'
export const nak = '\x15'

/** A Reception that stores, refuses, or keeps callers waiting until `release` is called. */
export function pretendReception() {
  const taken: Signal[] = []
  const by: Actor[] = []
  const kept: UnreadableItem[] = []
  const heard: string[] = []
  const held: (() => void)[] = []
  const disk = { state: 'good' as 'good' | 'full' | 'slow' }
  const store = async (note: () => void): Promise<[]> => {
    if (disk.state === 'full') throw new NotStored('disk full')
    if (disk.state === 'slow') await new Promise<void>((resolve) => held.push(resolve))
    note()
    return []
  }
  const reception: Reception = {
    take: (signals, actor) =>
      store(() => {
        taken.push(...signals.map((signal) => signalSchema.parse(signal)))
        by.push(actor)
      }),
    keepDurably: (item) => store(() => kept.push(item)),
    keep: (item) => void kept.push(item),
    heard: (account) => void heard.push(account),
    undeciphered: () => {},
  }
  return {
    reception,
    taken,
    by,
    kept,
    heard,
    disk,
    release: () => {
      for (const resolve of held.splice(0)) resolve()
    },
    held,
  }
}

export interface LinesOptions {
  readonly limits?: Partial<StreamLimits>
}

/** Receiver lines on this machine. Each is a listening Sur-Gard line unless it says otherwise. */
export async function openLines(
  changes: readonly object[] = [{}],
  { limits = {} }: LinesOptions = {},
) {
  const plain = {
    id: 'north',
    name: 'North receiver',
    format: 'surgard',
    mode: 'listen',
    host: '127.0.0.1',
    port: 0,
  }
  const pretended = pretendReception()
  const clock = createManualClock(1_700_000_000_000)
  const registry = new Registry()
  const told: string[] = []
  let ids = 0
  const receiverLines = await openReceiverLines(
    parseReceiverLines(JSON.stringify(changes.map((change) => ({ ...plain, ...change })))),
    {
      reception: pretended.reception,
      clock,
      newId: () => `s-${++ids}`,
      registry,
      log: pino({ level: 'silent' }),
      onLine: (id, state, detail) => told.push(`${id} ${state}: ${detail}`),
      limits,
    },
  )
  const port = receiverLines.ports.get('north') ?? 0
  return {
    ...pretended,
    clock,
    told,
    port,
    close: receiverLines.close,
    codes: () => pretended.taken.map(({ code, zone }) => `${code} ${zone}`),
    dial: async () => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      return receiverOn(socket)
    },
    metric: async (name: string) =>
      (await registry.getSingleMetricAsString(name)).split('\n').slice(2).join('\n'),
  }
}
export type ReceiverLines = Awaited<ReturnType<typeof openLines>>

export function receiverOn(socket: Socket) {
  let received = ''
  socket.on('data', (chunk: Buffer) => {
    received += latin1FromBytes(chunk)
  })
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return {
    socket,
    closed,
    received: () => received,
    send: (...lines: readonly string[]) => socket.write(Buffer.from(lines.join(''), 'latin1')),
    async answers(count: number): Promise<string> {
      await until(() => received.length >= count)
      return received
    },
  }
}
export type Receiver = ReturnType<typeof receiverOn>

export async function receiverServer(port = 0) {
  const connections: Receiver[] = []
  const server = createServer((socket) => void connections.push(receiverOn(socket)))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    connections,
    port: (server.address() as AddressInfo).port,
    async connection(number: number): Promise<Receiver> {
      await until(() => connections.length >= number)
      const connection = connections[number - 1]
      if (connection === undefined) throw new Error('no connection')
      return connection
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const { socket } of connections) socket.destroy()
      await closed
    },
  }
}

export const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5))
}
/**
 * Waits until what is on its way over the loopback has arrived, with its immediate consequences.
 */
export const quiet = () => new Promise((resolve) => setTimeout(resolve, 50))
