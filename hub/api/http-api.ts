import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import swagger from '@fastify/swagger'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { systemClock } from '../../node/system-clock'
import { second } from '../../shared/lang/instant'
import { httpConnections } from '../limits/connections'
import { connectionsAllowed } from '../limits/open-file-limit'
import { createRequestPace } from '../limits/request-pace'
import { listenError } from '../listen-error'
import { foreignHost } from '../loopback'
import type { ApiApp, ApiDeps } from './api-app'
import { signedIn } from './bearer'
import { refuseCodedBody } from './body-form'
import { readJson } from './body-text'
import { answerTo, largestBody, ProblemError } from './problem'
import { answerRaw } from './raw-answer'
import { addRoomRoutes } from './room-routes'
import { addWatchRoutes } from './watch-routes'

/**
 * A client that takes longer to send its request, ms, is cut off: it may hold a connection by
 * sending one byte a second.
 */
const slowestRequest = 10_000
/** How often requests are checked for that, ms; Node's default is only every half minute. */
const betweenLooks = 500

const headers = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

export interface HttpApi {
  /** Where the socket.io feeds hang on. */
  readonly server: Server
  /**
   * Port 0 picks a free one. Rejects with a sentence when the port or the address is not available.
   */
  listen(host: string, port: number): Promise<{ readonly url: string; readonly port: number }>
  close(): Promise<void>
}

/** The hub's HTTP API; nothing listens before `listen`. */
export async function createHttpApi(
  deps: ApiDeps,
  addNounRoutes: (app: ApiApp, deps: ApiDeps) => void,
): Promise<HttpApi> {
  const app: ApiApp = fastify({
    bodyLimit: largestBody,
    requestTimeout: deps.slowestRequest ?? slowestRequest,
    ...serverOptions(deps),
    forceCloseConnections: true,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, _request, reply) => send(reply as FastifyReply, answerTo(error)),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.server.maxConnections = connectionsAllowed('http', httpConnections)
  // A client that has hung up hears no answer, and no limit can count by its address.
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.socket.remoteAddress === undefined)
      throw new ProblemError(400, 'gone', 'The connection has ended')
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(headers)
  })
  if (deps.local)
    app.addHook('onRequest', async ({ headers }) => {
      const foreign = foreignHost(headers)
      if (foreign) throw new ProblemError(421, foreign.error, foreign.message)
    })
  // Before the body is read: parsing a megabyte of JSON costs more than any stranger may cause.
  app.addHook('onRequest', async (request) => {
    const { security } = request.routeOptions.schema ?? {}
    if (security?.some((scheme) => 'session' in scheme)) signedIn(request, deps.accounts)
  })
  // Fastify reads text by default; a route that wants an object would then complain about the text.
  app.removeContentTypeParser('text/plain')
  readJson(app)
  // After we know who asks, and before the body.
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (request.is404) throw nothingAt(request)
    refuseCodedBody(request.headers)
    return payload
  })
  app.setErrorHandler((error, request, reply) => {
    const answer = answerTo(error)
    // Expected trouble (a full disk, a closed vault) is reported once by whoever noticed it.
    if (answer.status >= 500 && !(error instanceof ProblemError))
      deps.log.error({ err: error, url: request.url }, 'A request failed')
    return send(reply, answer)
  })
  app.setNotFoundHandler((request) => {
    throw nothingAt(request)
  })
  const requests = createRequestPace(systemClock)
  app.addHook('onRequest', async ({ ip, is404 }) => {
    const held = is404 ? null : requests.admit(ip)
    if (held) throw tooManyRequests(Math.ceil(held.wait / second))
  })
  await app.register(swagger, { openapi: openapi, transform: jsonSchemaTransform })
  addWatchRoutes(app, deps)
  addRoomRoutes(app, deps)
  addNounRoutes(app, deps)
  await app.ready()
  return {
    server: app.server,
    async listen(host, port) {
      try {
        await app.listen({ host, port })
      } catch (error) {
        throw listenError(error, { host, port, option: '--http-port' })
      }
      const { port: bound } = app.server.address() as AddressInfo
      return {
        url: `${deps.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
        port: bound,
      }
    },
    close: () => app.close(),
  }
}

/** Typed as for HTTP: the two servers do not differ in anything we use here. */
function serverOptions({ tls, slowestRequest: limit = slowestRequest }: ApiDeps): object {
  const http = { headersTimeout: limit, connectionsCheckingInterval: betweenLooks }
  return tls ? { https: { ...http, ...tls, handshakeTimeout: limit } } : { http }
}

const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Navbatchi hub',
    version: '1',
    description:
      'The hub of a duty unit. Every error is `{error, message}`: a code for programs, a sentence for people. A hub that listens on its own machine only answers 421 to any `Host` but that machine. The sockets are described in docs/api.md.',
  },
  components: {
    securitySchemes: {
      session: { type: 'http', scheme: 'bearer', description: 'The token of `POST /v1/sessions`' },
      centre: {
        type: 'http',
        scheme: 'bearer',
        description: 'The key of a monitoring centre, from `POST /v1/centres`',
      },
    },
  },
} as const

const tooManyRequests = (seconds: number) =>
  new ProblemError(
    429,
    'too-many-requests',
    `Too many requests; try again in ${seconds} s`,
    seconds,
  )

function nothingAt({ method, url }: FastifyRequest): ProblemError {
  const [path = ''] = url.split('?')
  return new ProblemError(404, 'not-found', `There is nothing at ${method} ${path.slice(0, 200)}`)
}

function send(
  reply: FastifyReply,
  { status, body, retryAfter, headers: further }: ReturnType<typeof answerTo>,
): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  return reply
    .code(status)
    .headers({ ...headers, ...further })
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body)
}

/** What came is not even HTTP: there is no request to answer, only a socket. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  answerRaw(socket, 400, {
    error: 'bad-request',
    message: 'This is not an HTTP request the hub can read',
  })
}
