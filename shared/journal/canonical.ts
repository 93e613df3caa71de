/** Text that JSON writes as it is: no quote, backslash, control character or half of a surrogate pair. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

/**
 * The one text form of a value: JSON with object keys in code-unit order, no white space, `undefined` members left out.
 * Two equal values always give the same text, so their hashes can be compared. Written by hand for speed: every entry
 * passes here on its way in, and again when a journal is verified.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null'
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  return Array.isArray(value) ? canonicalList(value) : canonicalRecord(value as Record<string, unknown>)
}

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

function canonicalList(items: readonly unknown[]): string {
  let text = ''
  for (const item of items) text += (text === '' ? '[' : ',') + canonical(item)
  return text === '' ? '[]' : `${text}]`
}

function canonicalRecord(record: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const key of sortedKeys(record)) {
    const member = record[key]
    if (member !== undefined) text += `${text === '' ? '{' : ','}${quoted(key)}:${canonical(member)}`
  }
  return text === '' ? '{}' : `${text}}`
}

/** What was read from canonical text is in order already, and sorting is the dearest part. */
function sortedKeys(record: object): string[] {
  const keys = Object.keys(record)
  for (let at = 1; at < keys.length; at++) if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return keys.sort()
  return keys
}
