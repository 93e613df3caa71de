import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Sha256 } from '../../../shared/journal/chain'
import type { Journal } from '../../../shared/journal/journal-port'
import { upcast } from '../../../shared/room/events'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Keeper } from '../../keeper/keeper-port'
import { panelConnections, unansweredDatagrams } from '../../limits/connections'
import { connectionsAllowed } from '../../limits/open-file-limit'
import { createPlaces } from '../../limits/places'
import { createSourcePace, type SourcePace, sourcePace } from '../../limits/source-pace'
import type { Pace } from '../../limits/token-bucket'
import { codeOf, listenError } from '../../listen-error'
import type { Reception } from '../../reception/reception-port'
import { senderOf } from '../../reception/sender'
import { type StreamLimits, streamLimits } from '../stream-connection'
import { createTcpDoor, type TcpDoor } from '../tcp-door'
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
  readonly connections: number
  readonly connectionsPerSource: number
  readonly pace: Pace
  readonly unansweredDatagrams: number
}

export const listenerLimits: ListenerLimits = {
  ...streamLimits,
  connections: panelConnections.all,
  connectionsPerSource: panelConnections.ofSource,
  pace: sourcePace,
  unansweredDatagrams,
}

export interface ListenerParts {
  readonly keeper: Keeper
  readonly reception: Reception
  readonly keys: Pick<AccountKnowledge, 'cipherOf'>
  /** Searched for frames of the last minutes, so that repetitions of them are recognised. */
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
  /** Whether both sockets listen and neither failed lately; otherwise silence proves nothing. */
  receiving(): boolean
  /** Takes nothing more; resolves when what was taken is answered. */
  close(): Promise<void>
}

/** Bytes the system holds for us while the event loop is busy: a burst of some 10,000 frames. */
const datagramBuffer = 2 * 1024 * 1024

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
  const metrics = createDc09Metrics(parts.registry, parts.log, () => door.connections())
  const duplicates = createDuplicates(parts.sha256, knownFrame(parts.keys))
  const sealedMemory = createSealedMemory(parts.sha256)
  await learnFrames(parts, (entries, now) => {
    duplicates.learn(entries, now)
    sealedMemory.learn(entries, now)
  })
  const intake = createDc09Intake({ ...parts, duplicates, sealedMemory, metrics })
  const shared = {
    intake,
    clock: parts.clock,
    limits,
    metrics,
    pace: createSourcePace(limits.pace, parts.clock),
    crowd: { underWay: 0 },
    turns: createTurns(),
  }
  const door = createTcpDoor({
    most: connectionsAllowed('dc09', limits.connections),
    ofSource: limits.connectionsPerSource,
    serve: (socket) => serveConnection(socket, shared),
    refused: metrics.hungUp,
  })
  const { server } = door
  const { tcp, udp } = await bindBoth(door, host, port, shared)
  const health = createListenerHealth({ ...parts, count: metrics.listenerFailed })
  server.on('error', (error) => health.failed('tcp', error))
  udp.on('error', (error) => health.failed('udp', error))
  let hears = true
  udp.on('close', () => {
    hears = false
  })

  return {
    tcp,
    udp: udp.address().port,
    receiving: () => hears && server.listening && health.ok(),
    async close() {
      udp.close()
      await door.close()
      intake.stop()
    },
  }
}

/** Entries read at once when learning. */
const pageSize = 2_000

async function learnFrames(
  { keeper, journal, clock }: ListenerParts,
  learn: ReturnType<typeof createDuplicates>['learn'],
) {
  let seq = await journal.seqAt(clock.now() - duplicateWindow)
  for (;;) {
    const page = await keeper.read(seq, pageSize)
    learn(page.map(upcast), clock.now())
    const last = page.at(-1)
    if (last === undefined) return
    seq = last.seq
  }
}

/** A TCP port may be free when its UDP port is not: with port 0 we try this many pairs. */
const pairsTried = 20

async function bindBoth(door: TcpDoor, host: string, port: number, datagrams: DatagramParts) {
  for (let left = pairsTried; ; left--) {
    try {
      const tcp = await door.listen(host, port)
      return { tcp, udp: await bindUdp(host, tcp, datagrams) }
    } catch (error) {
      const { server } = door
      if (server.listening) await new Promise((closed) => server.close(closed))
      if (port !== 0 || left === 0 || codeOf(error) !== 'EADDRINUSE')
        throw listenError(error, { host, port, option: '--dc09-port' })
    }
  }
}

interface DatagramParts {
  readonly intake: Dc09Intake
  readonly limits: ListenerLimits
  readonly metrics: Dc09Metrics
  readonly pace: SourcePace
}

async function bindUdp(
  host: string,
  port: number,
  { intake, limits, metrics, pace }: DatagramParts,
) {
  const socket = createSocket({
    type: host.includes(':') ? 'udp6' : 'udp4',
    recvBufferSize: datagramBuffer,
  })
  let closed = false
  const unanswered = createPlaces({
    why: 'too-many-unanswered',
    ofOne: limits.unansweredDatagrams,
  })
  socket.on('close', () => {
    closed = true
  })
  socket.on('message', (bytes: Buffer, { address, port: from }: RemoteInfo) => {
    // A datagram cannot be made to wait; its sender repeats it. The loop itself takes few at a time
    // (libuv: 32).
    const held = unanswered.admit('') ?? pace.admit(address, bytes.length)
    if (held) return metrics.slowed(held.why)
    unanswered.enter('')
    void intake.frame(bytes, senderOf('dc09-udp', address, from)).then((reply) => {
      unanswered.leave('')
      // If an answer cannot be sent, the panel misses it and repeats.
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
