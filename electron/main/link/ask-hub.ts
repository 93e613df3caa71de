import { request as askByHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { type Agent, request as askByHttps } from 'node:https'

export interface HubQuestion {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly token?: string
  readonly body?: unknown
  /** If the hub does not answer within this time, ms, it is reported as out of reach. */
  readonly patience: number
  /** Longest answer that is read, bytes; left out, as long as texts are. */
  readonly largest?: number
}

export interface HubAnswer {
  readonly ok: boolean
  readonly status: number
  /** The parsed JSON body; undefined when it is not JSON. */
  readonly body: unknown
  /** The body as it came. */
  readonly bytes?: Uint8Array
}

/**
 * Asks a hub over HTTP. Rejects when the hub cannot be reached, redirects elsewhere, or sends a
 * longer answer than a hub does.
 */
export type AskHub = (url: URL, question: HubQuestion) => Promise<HubAnswer>

/** Thrown for an answer that no hub gives. */
class NoHub extends Error {
  constructor(
    readonly code: string,
    text: string,
  ) {
    super(text)
  }
}

/** Maximum answer size, bytes. The duress words of 50 contacts take a tenth of it. */
const largestAnswer = 256 * 1024

/**
 * `agent` decides whom to trust; see hub-trust. Each request uses its own connection, and nothing
 * is cached.
 */
export const createAskHub =
  (agent?: Agent): AskHub =>
  (url, question) =>
    new Promise((resolve, reject) => {
      const request = open(url, question, agent)
      request.on('error', reject)
      request.on('response', (answer) => {
        readBody(answer, question.largest ?? largestAnswer)
          .then((bytes) => resolve(read(answer.statusCode ?? 0, bytes)))
          .catch(reject)
      })
      request.end(question.body === undefined ? undefined : JSON.stringify(question.body))
    })

function open(
  url: URL,
  { method = 'GET', token, body, patience }: HubQuestion,
  agent?: Agent,
): ClientRequest {
  const options = {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.timeout(patience),
  }
  // Node's default agents keep connections open. A connection to a hub that has died would then
  // answer for the next program at its address.
  if (url.protocol === 'https:') return askByHttps(url, { ...options, agent: agent ?? false })
  return askByHttp(url, { ...options, agent: false })
}

async function readBody(answer: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer) {
    length += chunk.length
    if (length > largest)
      throw new NoHub('ERR_LONG_ANSWER', `it answers more than ${largest} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function read(status: number, bytes: Buffer): HubAnswer {
  if (status >= 300 && status < 400)
    throw new NoHub(
      'ERR_POINTS_ELSEWHERE',
      `it points elsewhere (${status}), which a hub never does`,
    )
  return { ok: status >= 200 && status < 300, status, body: parse(bytes.toString('utf8')), bytes }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // JSON.parse's error would repeat part of the text.
    return undefined
  }
}
