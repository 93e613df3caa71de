import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { sha256 } from '../../../node/sha256'
import { storageTrouble } from '../../../node/sqlite'
import { openSqliteJournal } from '../../../node/sqlite-journal'
import { systemClock } from '../../../node/system-clock'
import { systemActor } from '../../../shared/accounts/actor'
import { latin1FromBytes } from '../../../shared/dc09/bytes'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import { encodeFrame, type Message } from '../../../shared/dc09/encode'
import { createFrameSplitter } from '../../../shared/dc09/frame-splitter'
import type { Entry } from '../../../shared/room/events'
import type { Site } from '../../../shared/sites/site'
import { site, sites } from '../../../shared/testing/builders'
import { countAlarms } from '../../alarms/alarm-metrics'
import { openKeeper } from '../../keeper/keeper'
import type { Pace } from '../../limits/token-bucket'
import { followKnown } from '../../reception/held-signals'
import { createReception } from '../../reception/reception'
import { countSignals } from '../../signals/signal-metrics'
import { type ListenerLimits, type ListenerParts, listenDc09 } from './listener'

/**
 * For tests of the listener: a keeper on a real file with sites A1 and A2, and panels that dial in.
 */

const log = pino({ level: 'silent' })

export interface ReceptionOptions {
  readonly port?: number
  readonly maxBytes?: number
  readonly limits?: Partial<ListenerLimits>
  /** Additional sites of the register. */
  readonly known?: readonly Site[]
  readonly keys?: ListenerParts['keys']
  readonly pace?: Pace
  readonly strangerPace?: Pace
}

const note = (heard: Set<string>) => (account: string) => void heard.add(account)

export async function openReception(file: string, options: ReceptionOptions = {}) {
  const { port = 0, maxBytes, limits = {}, keys = { cipherOf: () => null } } = options
  const { pace = { perSecond: 1_000_000, burst: 1_000_000 }, strangerPace = pace } = options
  const heard = new Set<string>()
  const strange = new Map<string, number>()
  const journal = openSqliteJournal(file, maxBytes === undefined ? {} : { maxBytes })
  const keeper = await openKeeper({
    journal,
    probe: journal.file.probe,
    explain: storageTrouble,
    clock: systemClock,
    sha256,
    follow: followKnown(randomUUID),
  })
  const known = [
    site('site-1', { account: 'A1' }),
    site('site-2', { account: 'A2' }),
    ...(options.known ?? []),
  ]
  if (keeper.head().seq === 0) await keeper.record(() => [sites(...known)], systemActor)
  const registry = new Registry()
  countAlarms({ registry, keeper })
  countSignals({ registry, keeper })
  const reception = createReception({
    keeper,
    clock: systemClock,
    newId: randomUUID,
    registry,
    log,
    heard: note(heard),
    undeciphered: (account) => void strange.set(account, (strange.get(account) ?? 0) + 1),
    pace,
    strangerPace,
  })
  const parts = {
    keeper,
    journal,
    clock: systemClock,
    sha256,
    newId: randomUUID,
    registry,
    log,
    limits,
    reception,
    keys,
  }
  const listener = await listenDc09('127.0.0.1', port, parts).catch(async (error: unknown) => {
    await keeper.close()
    throw error
  })
  return {
    heard,
    strange,
    keeper,
    listener,
    written: async (type: Entry['type']) =>
      (await keeper.read(1, 10_000)).filter((entry) => entry.type === type),
    quarantine: () => keeper.durableRoom().quarantine.newest,
    /** The values of a metric, one line per label. */
    metric: async (name: string) =>
      (await registry.getSingleMetricAsString(name)).split('\n').slice(2).join('\n'),
    /** `localAddress`: an address of this machine to dial from. */
    dial: (localAddress?: string) => dial(listener.tcp, localAddress),
    async stop() {
      await listener.close()
      reception.stop()
      await keeper.close()
    },
  }
}
export type Reception = Awaited<ReturnType<typeof openReception>>

async function dial(port: number, localAddress?: string) {
  const socket = connect({
    port,
    host: '127.0.0.1',
    ...(localAddress !== undefined && { localAddress }),
  })
  await once(socket, 'connect')
  const splitter = createFrameSplitter()
  const received: string[] = []
  let wake = () => {}
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    for (const item of splitter.push(chunk)) {
      const frame = decodeFrame(item.bytes)
      received.push(frame.kind === 'frame' ? frame.content : latin1FromBytes(item.bytes))
    }
    wake()
  })
  return {
    socket,
    closed,
    received,
    send: (...messages: Partial<Message>[]) => socket.write(Buffer.concat(messages.map(frameOf))),
    async answers(count: number): Promise<string[]> {
      while (received.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return received
    },
  }
}

const burglary: Message = {
  token: 'ADM-CID',
  sequence: '0001',
  receiver: null,
  prefix: '0',
  account: 'A1',
  data: '#A1|1130 01 003',
}
export const frameOf = (change: Partial<Message>) => encodeFrame({ ...burglary, ...change })
export const ackOf = (sequence: string, account = 'A1') => `"ACK"${sequence}L0#${account}[]`
export const sequences = (count: number) =>
  Array.from({ length: count }, (_, at) => String(at + 1).padStart(4, '0'))
export const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5))
}
