import { isUtf8 } from 'node:buffer'
import { latin1FromBytes } from '../../shared/dc09/bytes'
import { textEncodingNamed } from '../../shared/text/encoding-names'
import { readWhole, type TextEncoding } from '../../shared/text/read-bytes'
import type { ApiApp } from './api-app'
import { ProblemError } from './problem'

/*
 * JSON is UTF-8 (RFC 8259 8.1). A sender that writes another encoding may name it in its
 * Content-Type, and the body is read as that. When none is named, a command or a name is refused,
 * since a guess would go on record. A report of alarms is decoded by what its bytes look like: the
 * part that identifies the event is ASCII in every such encoding, and a refusal would cost the
 * alarm.
 */

export interface BodyText {
  readonly text: string
  /** Set when the encoding was neither UTF-8 nor named, but guessed from the bytes. */
  readonly guessed: TextEncoding | null
}

export function bodyText(bytes: Buffer, contentType = ''): BodyText {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), guessed: null }
  const said = textEncodingNamed(charsetOf(contentType))
  // A body that claims to be UTF-8 and is not may be in any encoding.
  const named = said === null || said === 'utf-8' ? undefined : said
  const { text, encoding } = readWhole(latin1FromBytes(bytes), named)
  return {
    // Half a character at the end of a text is dropped, as in every text that was cut.
    text: encoding === 'utf-8' ? text.replace(/\ufffd+(?=")/g, '') : text,
    guessed: named === undefined ? encoding : null,
  }
}

export const charsetOf = (contentType: string): string =>
  /;\s*charset\s*=\s*"?([^";]*)/i.exec(contentType)?.[1]?.trim() ?? ''

const notUtf8 = 'The body is not UTF-8'
const howToName =
  'Send UTF-8, or name the encoding, as in Content-Type: application/json; charset=windows-1251'

/** Parses JSON bodies on all routes except those that report alarms. */
export function readJson(app: ApiApp): void {
  addJsonParser(app, ({ guessed }) => {
    if (guessed !== null) throw new ProblemError(400, 'bad-encoding', `${notUtf8}. ${howToName}`)
  })
}

/**
 * Parses JSON bodies in any encoding. Returns a function that gives what to tell the sender of a
 * request.
 */
export function readJsonOfAlarms(app: ApiApp): (request: object) => string | undefined {
  const guesses = new WeakMap<object, string>()
  addJsonParser(app, ({ guessed }, request) => {
    if (guessed !== null)
      guesses.set(request, `${notUtf8}; it was read as ${guessed}, which is a guess. ${howToName}`)
  })
  return (request) => guesses.get(request)
}

function addJsonParser(app: ApiApp, judge: (body: BodyText, request: object) => void): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json'])
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      try {
        const body = bodyText(bytes, request.headers['content-type'])
        judge(body, request)
        parse(request, body.text, done)
      } catch (error) {
        done(error as Error)
      }
    },
  )
}
