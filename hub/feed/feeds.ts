import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Gauge } from 'prom-client'
import { Server } from 'socket.io'
import type { Problem } from '../../shared/wire/sessions'
import { answerRaw } from '../api/raw-answer'
import { foreignHost, foreignPage } from '../loopback'
import { createCommandDoor } from './command-door'
import { type ConsoleEvents, serveConsoles } from './console-feed'
import type { FeedDeps } from './feed-deps'
import { refusalError } from './refusal-error'
import { serveTeams, type TeamEvents } from './team-feed'

/** Largest message a client may send: a command with the longest note is a tenth of it. */
const largestMessage = 64 * 1024
/** Finds dead lines, ms. Consoles do not wait for it, they have the beat. */
const pingInterval = 5_000
/**
 * Generous, ms: a ping waits behind a snapshot of megabytes on a slow line, and giving up would
 * only start it again.
 */
const pingTimeout = 60_000
/** A connection that joins no feed within this, ms, is closed. */
const joinTimeout = 5_000
/** Connections still open this long after the goodbye, ms, are torn down. */
const closeTime = 500
/** How often we check whether they have gone, ms. */
const closeLook = 5

/**
 * Attaches the socket.io feeds to a server. `close` says goodbye to everybody and resolves when all
 * are gone.
 */
export function attachFeeds(server: HttpServer, deps: FeedDeps): { close(): Promise<void> } {
  const io = new Server(server, {
    // Long polling would put every alarm behind a request and a second connection; all our clients
    // have WebSocket.
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: largestMessage,
    pingInterval,
    pingTimeout,
    connectTimeout: joinTimeout,
    allowRequest: (request, answer) => answer(null, admit(request, deps.local)),
  })
  io.of('/').use((_socket, next) =>
    next(refusalError({ code: 'not-a-feed', message: 'Connect to /console or /team' })),
  )
  const door = createCommandDoor(deps)
  // A server is typed for one set of events, but its namespaces use different ones: here they get
  // theirs.
  const consoles = io.of('/console') as unknown as ConsoleEvents
  const teams = io.of('/team') as unknown as TeamEvents
  const ends = [serveConsoles(consoles, deps, door), serveTeams(teams, deps, door)]
  const clients = new Gauge({
    name: 'navbatchi_feed_clients',
    help: 'Connected consoles and devices of teams',
    labelNames: ['feed'],
    registers: [deps.registry],
    collect() {
      clients.set({ feed: 'console' }, consoles.sockets.size)
      clients.set({ feed: 'team' }, teams.sockets.size)
    },
  })
  return {
    async close() {
      for (const end of ends) end()
      const deadline = performance.now() + closeTime
      while (io.engine.clientsCount > 0 && performance.now() < deadline)
        await new Promise((resume) => setTimeout(resume, closeLook))
      for (const tcp of openSockets(io)) tcp.destroy()
      io.engine.close()
    },
  }
}

const openSockets = (io: Server) =>
  [...io._nsps.values()].flatMap((namespace) =>
    [...namespace.sockets.values()].map((socket) => socket.request.socket),
  )

/** Tells an unwanted connection the reason before it becomes a WebSocket. */
function admit(request: IncomingMessage, local: boolean): boolean {
  const wrongHost = local ? foreignHost(request.headers) : null
  const problem = wrongHost ?? foreignPage(request.headers) ?? olderClient(request)
  if (problem) answerRaw(request.socket, statuses[problem.error] ?? 403, problem)
  return problem === null
}

const statuses: Readonly<Record<string, number>> = { 'wrong-host': 421, 'old-client': 400 }

/** Why a client of socket.io 2 is not let in, or null: the library would end it without a word. */
function olderClient({ url = '' }: IncomingMessage): Problem | null {
  const version = new URLSearchParams(url.split('?')[1]).get('EIO')
  if (version === '4') return null
  return {
    error: 'old-client',
    message: 'This hub speaks socket.io 4 (EIO=4) only; the client speaks another version',
  }
}
