import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Sha256 } from '../../../shared/journal/chain'
import type { Journal } from '../../../shared/journal/journal-port'
import { upcast } from '../../../shared/room/events'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Keeper } from '../../keeper/keeper-port'
import { connectionsAllowed } from '../../limits/open-file-limit'
import { createSourcePace, type SourcePace, sourcePace } from '../../limits/source-pace'
import type { Pace } from '../../limits/token-bucket'
import { codeOf, listenError } from '../../listen-error'
import { networkOf } from '../../network-of'
import type { Reception } from '../../reception/reception-port'
import { senderOf } from '../../reception/sender'
import { type StreamLimits, streamLimits } from '../stream-connection'
import { createTurns } from '../turns'
import type { AccountKnowledge } from './admission'
import { createDc09Metrics, type Dc09Metrics } from './dc09-metrics'
import { createDuplicates, duplicateWindow } from './duplicates'
import { createDc09Intake, type Dc09Intake } from './intake'
import { knownFrame } from './known-frame'
import { createListenerHealth } from './listener-health'
import { createSealedMemory } from './sealed-memory'
import { serveConnection } from './tcp-connection'

export interface ListenerLimits extends StreamLimits {
  /** Open connections; fewer where the system lets a process open fewer files. */
  readonly connections: number
  /**
   * Of one address: generous, since thousands of panels may stand behind one gateway of a mobile
   * network.
   */
  readonly connectionsPerSource: number
  /** Messages of one address. */
  readonly pace: Pace
  /** Datagrams without an answer yet: what comes on top is dropped, and its sender repeats it. */
  readonly unansweredDatagrams: number
}

export const listenerLimits: ListenerLimits = {
  ...streamLimits,
  connections: 20_000,
  connectionsPerSource: 4_000,
  pace: sourcePace,
  unansweredDatagrams: 10_000,
}

export interface ListenerParts {
  readonly keeper: Keeper
  readonly reception: Reception
  readonly keys: Pick<AccountKnowledge, 'cipherOf'>
  /** Where the frames of the last minutes are looked up, to know repetitions of them. */
  readonly journal: Pick<Journal, 'seqAt'>
  readonly clock: Clock
  readonly sha256: Sha256
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  readonly limits?: Partial<ListenerLimits>
}

export interface Dc09Listener {
  readonly tcp: number
  readonly udp: number
  /**
   * Whether both sockets listen, and neither failed lately: otherwise that nothing comes proves
   * nothing.
   */
  receiving(): boolean
  /** Takes nothing more; resolves when what was taken is answered. */
  close(): Promise<void>
}

/** Bytes the system holds for us while the loop is busy: a burst of some 10,000 frames. */
const datagramBuffer = 2 * 1024 * 1024
/**
 * Silence after which the system asks whether the other end is still there, ms: a panel that lost
 * its power leaves no word.
 */
const deadPeer = 60_000
/** How long panels may take to receive their last answers when the hub stops, ms. */
const farewell = 1_000

/**
 * Receives DC-09 over TCP and UDP on the same port; port 0 picks a free one. Rejects with a
 * sentence when it cannot be had.
 */
export async function listenDc09(
  host: string,
  port: number,
  parts: ListenerParts,
): Promise<Dc09Listener> {
  const limits = { ...listenerLimits, ...parts.limits }
  const open = new Map<Socket, { finish(): void }>()
  const metrics = createDc09Metrics(parts.registry, parts.log, () => open.size)
  const duplicates = createDuplicates(parts.sha256, knownFrame(parts.keys))
  const sealedMemory = createSealedMemory(parts.sha256)
  learnFrames(parts, (entries, now) => {
    duplicates.learn(entries, now)
    sealedMemory.learn(entries, now)
  })
  const intake = createDc09Intake({ ...parts, duplicates, sealedMemory, metrics })
  const pace = createSourcePace(limits.pace)
  const perSource = new Map<string, number>()
  const shared = {
    intake,
    clock: parts.clock,
    limits,
    metrics,
    pace,
    crowd: { underWay: 0 },
    turns: createTurns(),
  }

  const server = createServer(
    { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: deadPeer },
    (socket) => {
      const address = networkOf(socket.remoteAddress)
      const count = (perSource.get(address) ?? 0) + 1
      if (count > limits.connectionsPerSource) {
        metrics.hungUp('too-many-from-source')
        // Without a listener a reset would end the hub.
        return socket.on('error', () => {}).destroy()
      }
      perSource.set(address, count)
      open.set(socket, serveConnection(socket, shared))
      socket.on('close', () => {
        open.delete(socket)
        const left = (perSource.get(address) ?? 1) - 1
        if (left > 0) perSource.set(address, left)
        else perSource.delete(address)
      })
    },
  )
  server.maxConnections = connectionsAllowed('dc09', limits.connections)
  server.on('drop', () => metrics.hungUp('too-many'))
  const udp = await bindBoth(server, host, port, shared)
  const health = createListenerHealth({ ...parts, count: metrics.listenerFailed })
  server.on('error', (error) => health.failed('tcp', error))
  udp.on('error', (error) => health.failed('udp', error))
  let hears = true
  udp.on('close', () => {
    hears = false
  })

  return {
    tcp: (server.address() as AddressInfo).port,
    udp: udp.address().port,
    receiving: () => hears && server.listening && health.ok(),
    async close() {
      const closed = once(server, 'close')
      server.close()
      udp.close()
      for (const connection of open.values()) connection.finish()
      const cancel = setTimeout(() => {
        for (const socket of open.keys()) socket.destroy()
      }, farewell)
      await closed
      clearTimeout(cancel)
      intake.stop()
    },
  }
}

/** Entries read at once when learning. */
const pageSize = 2_000

function learnFrames(
  { keeper, journal, clock }: ListenerParts,
  learn: ReturnType<typeof createDuplicates>['learn'],
) {
  let seq = journal.seqAt(clock.now() - duplicateWindow)
  for (;;) {
    const page = keeper.read(seq, pageSize)
    learn(page.map(upcast), clock.now())
    const last = page.at(-1)
    if (last === undefined) return
    seq = last.seq
  }
}

/** A free TCP port need not be free for UDP: with port 0 that many pairs are tried. */
const pairsTried = 20

async function bindBoth(server: Server, host: string, port: number, datagrams: DatagramParts) {
  for (let left = pairsTried; ; left--) {
    await listen(server, host, port)
    try {
      return await bindUdp(host, (server.address() as AddressInfo).port, datagrams)
    } catch (error) {
      await new Promise((closed) => server.close(closed))
      if (port !== 0 || left === 0 || codeOf(error) !== 'EADDRINUSE')
        throw listenError(error, { host, port, option: '--dc09-port' })
    }
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    server.listen({ host, port, backlog: 1_024 })
    await once(server, 'listening')
  } catch (error) {
    throw listenError(error, { host, port, option: '--dc09-port' })
  }
}

interface DatagramParts {
  readonly intake: Dc09Intake
  readonly clock: Clock
  readonly limits: ListenerLimits
  readonly metrics: Dc09Metrics
  readonly pace: SourcePace
}

async function bindUdp(
  host: string,
  port: number,
  { intake, clock, limits, metrics, pace }: DatagramParts,
) {
  const socket = createSocket({
    type: host.includes(':') ? 'udp6' : 'udp4',
    recvBufferSize: datagramBuffer,
  })
  let closed = false
  let unanswered = 0
  socket.on('close', () => {
    closed = true
  })
  socket.on('message', (bytes: Buffer, { address, port: from }: RemoteInfo) => {
    // A datagram cannot be made to wait. Its sender repeats it. The loop itself takes few of them
    // at a time (libuv: 32).
    if (unanswered >= limits.unansweredDatagrams) return metrics.slowed('too-many-unanswered')
    if (pace.take(address, clock.now(), bytes.length) > 0) return metrics.slowed('source-rate')
    unanswered += 1
    void intake.frame(bytes, senderOf('dc09-udp', address, from)).then((reply) => {
      unanswered -= 1
      // An answer that cannot be sent is one the panel misses: it repeats.
      if (reply !== null && !closed) socket.send(reply, from, address, () => {})
    })
  })
  try {
    socket.bind(port, host)
    await once(socket, 'listening')
  } catch (error) {
    socket.close()
    throw error
  }
  return socket
}
