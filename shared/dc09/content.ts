import type { Instant } from '../lang/instant'
import type { ExtendedField } from './frame'
import { parseTimestamp } from './timestamp'

export interface Content {
  readonly data: string
  readonly extended: readonly ExtendedField[]
  readonly timestamp: Instant | null
  readonly trailing: string
  readonly end: number
}

const none: readonly ExtendedField[] = []

/**
 * Takes apart what follows the opening [ of the data: `data][Xtext]_timestamp`. It reads from the
 * back, so that a bracket inside a text (`^Door [1]^`) stays part of it: a field starts only at
 * `][` and a letter. Null when there is no closing bracket.
 */
export function readContent(text: string): Content | null {
  const close = text.lastIndexOf(']')
  if (close < 0) return null
  const inside = text.slice(0, close)
  const end = close + 1
  const tail = text.slice(end)
  const timestamp = tail.startsWith('_') ? parseTimestamp(tail.slice(1)) : null
  const rest = { timestamp, trailing: timestamp === null ? tail : '', end }
  if (!inside.includes('][')) return { data: inside, extended: none, ...rest }
  const [data = '', ...fields] = inside.split(/\]\[(?=[A-Za-z\]]|$)/)
  return {
    data,
    extended: fields.map((field) => ({ letter: field.slice(0, 1), text: field.slice(1) })),
    ...rest,
  }
}
