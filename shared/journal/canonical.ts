/**
 * Text that JSON writes as it is: no quote, backslash, control character or half of a surrogate
 * pair.
 */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

/**
 * The one text form of a value: JSON with object keys in code-unit order, no white space,
 * `undefined` members left out. Equal values always give the same text, so their hashes can be
 * compared. Written by hand for speed: every entry passes here on its way in, and again when a
 * journal is verified.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null'
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  return Array.isArray(value)
    ? canonicalList(value)
    : canonicalRecord(value as Record<string, unknown>)
}

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

function canonicalList(items: readonly unknown[]): string {
  let text = ''
  for (const item of items) text += (text === '' ? '[' : ',') + canonical(item)
  return text === '' ? '[]' : `${text}]`
}

function canonicalRecord(record: Readonly<Record<string, unknown>>): string {
  const { sorted, names } = shapeOf(record)
  let text = ''
  for (let at = 0; at < sorted.length; at++) {
    const member = record[sorted[at] ?? '']
    if (member !== undefined) text += (text === '' ? '{' : ',') + names[at] + canonical(member)
  }
  return text === '' ? '{}' : `${text}}`
}

/**
 * An object's keys as they came, in order; and as they are written: sorted, quoted, with the colon.
 */
interface Shape {
  readonly keys: readonly string[]
  readonly sorted: readonly string[]
  readonly names: readonly string[]
}
/**
 * Sorting and quoting keys would be half of the work, and nearly all objects have one of some
 * dozens of shapes, so shapes are kept by their first key. Forgetting one only costs time.
 */
const shapes = new Map<string, Shape[]>()
/** Shapes kept per first key: an object used as a table may have any number. */
const mostUnderOne = 16
/** First keys kept. */
const mostFirst = 500

function shapeOf(record: object): Shape {
  const keys = Object.keys(record)
  const first = keys[0] ?? ''
  const alike = shapes.get(first)
  if (alike !== undefined) for (const shape of alike) if (isSame(shape.keys, keys)) return shape
  const sorted = keys.toSorted((a, b) => (a < b ? -1 : 1))
  const shape = { keys, sorted, names: sorted.map((key) => `${quoted(key)}:`) }
  if (alike === undefined && shapes.size < mostFirst) shapes.set(first, [shape])
  else if (alike !== undefined && alike.length < mostUnderOne) alike.push(shape)
  return shape
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
