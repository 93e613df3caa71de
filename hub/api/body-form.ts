import type { IncomingHttpHeaders } from 'node:http'
import { ProblemError, UnsupportedBody } from './problem'

/**
 * Type and subtype of a `Content-Type` without its parameters. Case does not matter (RFC 9110
 * 8.3.1).
 */
export const mediaTypeOf = (contentType = ''): string =>
  contentType.split(';', 1).join('').trim().toLowerCase()

/**
 * Throws when the body has a content coding. Otherwise a compressed body would be reported as
 * broken JSON or as no text, and its sender would look in the wrong place. None of our requests is
 * large enough to need compression.
 */
export function refuseCodedBody(headers: IncomingHttpHeaders): void {
  const codings = namesIn(headers['content-encoding']).filter((name) => name !== 'identity')
  if (codings.length > 0 && hasBody(headers)) {
    const message = `The body is compressed (${codings.join(', ').slice(0, 40)}); send it without Content-Encoding`
    throw new UnsupportedBody('bad-content-encoding', message, { 'accept-encoding': 'identity' })
  }
  const transfers = namesIn(headers['transfer-encoding']).filter((name) => name !== 'chunked')
  if (transfers.length === 0) return
  throw new ProblemError(
    501,
    'bad-transfer-encoding',
    'Of transfer codings only chunked is read here',
  )
}

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

const namesIn = (header = ''): readonly string[] =>
  header
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
