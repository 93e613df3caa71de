import { z } from 'zod'
import type { Problem } from '../../shared/wire/sessions'
import { fieldSentence } from './field-sentence'

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}

/** The body is in a form that is not accepted. `headers` say which forms are (RFC 9110 15.5.16). */
export class UnsupportedBody extends ProblemError {
  constructor(
    code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {
    super(415, code, message)
  }
}

/**
 * Bodies are commands and names. 1 MB is far more than any of them needs, and bounds what a
 * stranger can make the hub hold.
 */
export const largestBody = 1024 * 1024

export const badMediaType = (types: readonly string[]): UnsupportedBody =>
  new UnsupportedBody(
    'bad-media-type',
    `The body must be sent with Content-Type: ${types.join(' or ')}`,
    {
      accept: types.join(', '),
    },
  )

const frameworkWords: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['bad-json', 'The body is not valid JSON'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['bad-json', 'The body is empty; JSON is needed'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'The body is larger than may be'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'bad-length',
    'The body is not as long as its Content-Length says',
  ],
  FST_ERR_BAD_URL: ['bad-url', 'The address cannot be read'],
}

const errorSchema = z.object({
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  validation: z
    .array(z.object({ instancePath: z.string(), message: z.string() }))
    .optional()
    .catch(undefined),
})

export interface Answer {
  readonly status: number
  readonly body: Problem
  readonly retryAfter?: number | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Turns any error into an answer. An unforeseen one becomes a 500 that reveals nothing of the
 * inside.
 */
export function answerTo(error: unknown): Answer {
  if (error instanceof ProblemError)
    return {
      status: error.status,
      body: { error: error.code, message: error.message },
      retryAfter: error.retryAfter,
      headers: error instanceof UnsupportedBody ? error.headers : undefined,
    }
  const { code = '', statusCode = 500, validation } = errorSchema.catch({}).parse(error)
  const first = validation?.[0]
  if (first) {
    const path = first.instancePath.split('/').filter(Boolean)
    return { status: 400, body: { error: 'invalid', message: fieldSentence(path, first.message) } }
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return answerTo(badMediaType(['application/json']))
  const words = frameworkWords[code]
  if (words) return { status: statusCode, body: { error: words[0], message: words[1] } }
  if (statusCode >= 400 && statusCode < 500)
    return {
      status: statusCode,
      body: { error: 'bad-request', message: 'The request cannot be understood' },
    }
  return {
    status: 500,
    body: { error: 'internal', message: 'The hub failed on this request; its log says why' },
  }
}
