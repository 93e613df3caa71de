import { sha256 } from '../../../node/sha256'
import { fieldSentence } from '../../api/field-sentence'
import { itemIdSchema } from './item'

/**
 * An item's own id as it came, otherwise its place in a batch that has a name (`key`); null when it
 * has neither. An id in the wrong form is still what the centre knows the item by.
 */
export function idOf(raw: unknown, key: string | null, at: number): string | null {
  const own = ownId(raw)
  if (typeof own === 'number') return String(own)
  if (typeof own === 'string' && own.trim() !== '') return own
  const said = own !== undefined && own !== null && own !== ''
  return said || key === null ? null : `${key}:${at}`
}

/** Why an item has no id that could keep it from taking effect twice. */
export function idSentence(raw: unknown): string {
  const own = ownId(raw)
  return fieldSentence(
    ['id'],
    own === undefined || own === null || own === ''
      ? 'needed, unless the batch has an Idempotency-Key'
      : 'an id is a text or a number',
  )
}

/**
 * Names an item in the cause of its entries. An id that is too long or has other characters gets a
 * substitute (`{3F25…}`), since no alarm is refused because of its name. No id begins with #.
 */
export const causeName = (id: string): string =>
  itemIdSchema.safeParse(id).success ? id : `#${sha256(id).slice(0, 39)}`

const ownId = (raw: unknown): unknown => (raw as { readonly id?: unknown } | null)?.id
