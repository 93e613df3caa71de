import type { Place } from '../geo/place'
import type { Instant } from '../lang/instant'
import { instantFault, type WrongDetail, wrongDetail } from '../signals/wrong-detail'
import { readBytes, type TextEncoding } from '../text/read-bytes'
import { cutText } from '../text/shown-text'
import type { ExtendedField } from './frame'
import { readPosition } from './position'
import { parseTimestamp } from './timestamp'

export interface ExtendedReading {
  /** H: when it happened, not when it was sent. */
  readonly occurredAt: Instant | null
  /** I: the alarm in words. */
  readonly text: string | null
  /** From the X and Y fields. */
  readonly position: Place | null
  /** V: addresses of pictures or films, as sent, up to `longestVerification` characters. */
  readonly verification: string | null
  readonly wrong: readonly WrongDetail[]
  /** Every other field, and those above that could not be read. */
  readonly rest: readonly ExtendedField[]
}

/**
 * Limits for what the journal holds: of V, of any other field, and of their number. A frame has
 * room for a thousand empty fields; all of them stay in the frame kept with the signal.
 */
export const longestVerification = 1_000
const longestField = 500
const mostFields = 20

const nothing: ExtendedReading = {
  occurredAt: null,
  text: null,
  position: null,
  verification: null,
  wrong: [],
  rest: [],
}

/**
 * Reads the extended fields H, I, X with Y, and V, and keeps the rest as text. It never throws: a
 * field it cannot read is kept with its letter. An address in V is only text: a frame must not make
 * the hub fetch what its sender likes.
 */
export function readExtended(
  extended: readonly ExtendedField[],
  encoding?: TextEncoding,
): ExtendedReading {
  const words = (latin1: string): string => readBytes(latin1, encoding)
  if (extended.length === 0) return nothing
  const first = (letter: string) => extended.find((field) => field.letter === letter)
  const [h, i, x, y] = [first('H'), first('I'), first('X'), first('Y')]
  const films = extended.filter(({ letter, text }) => letter === 'V' && text.trim() !== '')
  const said = h === undefined ? null : parseTimestamp(h.text.trim())
  const timeFault = said === null ? 'not-understood' : instantFault(said)
  const occurredAt = timeFault === null ? said : null
  const text = i === undefined ? null : words(i.text) || null
  const position = readPosition(extended)
  const wrong: WrongDetail[] = []
  if (h !== undefined && h.text.trim() !== '' && timeFault !== null)
    wrong.push(wrongDetail('occurredAt', timeFault, h.text))
  if (position === null && (x !== undefined || y !== undefined))
    wrong.push(wrongDetail('position', 'not-understood', `${x?.text ?? ''} ${y?.text ?? ''}`))
  const read = new Set<ExtendedField | undefined>(films)
  if (occurredAt !== null) read.add(h)
  if (text !== null) read.add(i)
  if (position !== null) read.add(x).add(y)
  return {
    occurredAt,
    text,
    position,
    wrong,
    verification:
      films.length === 0
        ? null
        : cutText(words(films.map((film) => film.text).join(',')), longestVerification),
    rest: extended
      .filter((field) => !read.has(field))
      .slice(0, mostFields)
      .map(({ letter, text }) => ({ letter, text: cutText(words(text), longestField) })),
  }
}
