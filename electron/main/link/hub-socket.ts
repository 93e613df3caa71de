import type { Agent } from 'node:https'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { trustFault } from '../../../node/hub-trust'
import type { AnyEntry } from '../../../shared/journal/entry'
import { sentence } from '../../../shared/lang/decision'
import { SaidError, systemSays } from '../../../shared/lang/said-error'
import { recordsPageSchema } from '../../../shared/records/request'
import { parseAnyEntry } from '../../../shared/room/events'
import { positionSchema } from '../../../shared/teams/position'
import {
  beatSchema,
  type ConsoleToHub,
  commandReplySchema,
  type HubToConsole,
  type LinkRefusal,
  linkRefusalSchema,
  welcomeSchema,
} from '../../../shared/wire/console-feed'
import type { Log } from '../log'
import type { ConnectHub, HubSocketEvents } from './hub-socket-port'
import { joinedSnapshot } from './joined-snapshot'

/**
 * Delay between attempts, ms. A hub that is back must be found at once, but two hundred consoles
 * must not all connect at the same moment.
 */
const firstRetry = 200
const longestRetry = 1_000
/** A hanging attempt (a host that swallows packets) is abandoned after this time, ms. */
const tryTimeout = 3_000
/**
 * A command without an answer after this time, ms, is sent again. The hub carries it out once
 * however often it arrives.
 */
const answerTimeout = 10_000

/**
 * Connects to the hub over socket.io. `agent` decides whom to trust; see hub-trust. Only websocket
 * is used: polling would put every alarm behind a round trip.
 */
export const connectBySocketIo =
  (log: Log, agent?: Agent): ConnectHub =>
  (url, handshake, events) => {
    const socket: Socket<HubToConsole, ConsoleToHub> = io(`${url}/console`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: firstRetry,
      reconnectionDelayMax: longestRetry,
      timeout: tryTimeout,
      ...(agent && { agent: forSocketIo(agent) }),
      auth: (give) => give({ ...handshake() }),
    })
    let closed = false
    let goodbye: LinkRefusal | null = null
    listen(socket, events, log)
    socket.on('goodbye', (raw) => {
      goodbye = linkRefusalSchema.safeParse(raw).data ?? null
    })
    socket.on('connect', events.up)
    const again = () =>
      setTimeout(() => !closed && !socket.active && socket.connect(), longestRetry)
    socket.on('disconnect', (reason) => {
      // We disconnected ourselves, and a new connection is already on its way.
      if (reason === 'io client disconnect') return
      const why = goodbye
      goodbye = null
      // After the hub disconnects us, socket.io does not reconnect by itself.
      if (!socket.active) again()
      // Another attempt with the same token would be refused again.
      if (why?.code === 'session-ended') events.refused(why)
      else events.down(why ? sentence(why.code, why.message) : systemSays(reason))
    })
    socket.on('connect_error', (error: Error & { readonly data?: unknown }) => {
      // If active, the hub could not be reached and socket.io keeps trying. Otherwise the hub
      // itself refused.
      if (socket.active) events.down(trustFault(error) ?? systemSays(error.message))
      else {
        const why = linkRefusalSchema.safeParse(error.data)
        again()
        events.refused(why.data ?? { code: 'refused', message: error.message })
      }
    })
    return {
      async command(envelope) {
        if (!socket.connected) throw new SaidError(notConnected)
        return commandReplySchema.parse(
          await socket.timeout(answerTimeout).emitWithAck('command', envelope),
        )
      },
      async history(request) {
        if (!socket.connected) throw new SaidError(notConnected)
        const answer = await socket.timeout(answerTimeout).emitWithAck('history', request)
        if ('result' in answer) throw new SaidError(answer.refusal)
        return entriesIn(answer)
      },
      async records(asked) {
        if (!socket.connected) throw new SaidError(notConnected)
        const answer = await socket.timeout(answerTimeout).emitWithAck('records', asked)
        if ('result' in answer) throw new SaidError(answer.refusal)
        return recordsPageSchema.parse(JSON.parse(textOf(answer)))
      },
      connected: () => socket.connected,
      reconnect() {
        socket.disconnect()
        socket.connect()
      },
      close() {
        closed = true
        socket.removeAllListeners()
        socket.disconnect()
      },
    }
  }

/** socket.io's types expect an agent's name, but its WebSocket in Node takes the agent itself. */
const forSocketIo = (agent: Agent): string => agent as unknown as string

function listen(
  socket: Socket<HubToConsole, ConsoleToHub>,
  events: HubSocketEvents,
  log: Log,
): void {
  const read =
    <Raw, Message>(name: string, parse: (raw: Raw) => Message, hear: (message: Message) => void) =>
    (raw: Raw): void => {
      let message: Message
      try {
        message = parse(raw)
      } catch (error) {
        log.error({ err: error, message: name }, 'The hub sent something that makes no sense')
        return
      }
      hear(message)
    }
  socket.on('welcome', read('welcome', welcomeSchema.parse, events.welcome))
  socket.on('beat', read('beat', beatSchema.parse, events.beat))
  socket.on('snapshot', read('snapshot', joinedSnapshot, events.snapshot))
  socket.on(
    'entries',
    read('entries', (raw: readonly unknown[]) => raw.map(parseAnyEntry), events.entries),
  )
  socket.on('positions', read('positions', z.array(positionSchema).parse, events.positions))
}

const textOf = (answer: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(answer)

function entriesIn(answer: Uint8Array): readonly AnyEntry[] {
  const entries: unknown = JSON.parse(textOf(answer))
  if (!Array.isArray(entries))
    throw new Error('The hub answered with something else than a page of its journal')
  return entries.map(parseAnyEntry)
}

const notConnected = sentence('hub-not-connected', 'The hub is not connected')
