import { bytesFromLatin1 } from './bytes'

/**
 * A panel's key is written either as characters that are the key's bytes, or as hex digits. The
 * choice is always explicit: 32 characters may be an AES-256 key in one form and an AES-128 key in
 * the other.
 */
export const keyForms = ['characters', 'hex'] as const
export type KeyForm = (typeof keyForms)[number]

export interface KeyFault {
  readonly kind: 'key-fault'
  readonly reason: 'key-length' | 'key-digits' | 'key-characters'
  /** A sentence for the person who typed it; never contains the key. */
  readonly detail: string
}

/**
 * A key as typed: 16, 24 or 32 bytes for AES-128, -192 or -256. White space among hex digits is
 * ignored, since people paste them in groups; among characters a space may belong to the key.
 */
export const parseKey = (text: string, form: KeyForm): Uint8Array | KeyFault =>
  form === 'hex' ? fromHex(text.replace(/\s/g, '')) : fromCharacters(text)

function fromCharacters(text: string): Uint8Array | KeyFault {
  // The bytes of any other character depend on the panel's alphabet: choosing some would be a
  // guess.
  if (!/^[\x20-\x7e]*$/.test(text))
    return fault(
      'key-characters',
      'A key in characters is made of ASCII letters, digits and signs only.',
    )
  if (![16, 24, 32].includes(text.length))
    return fault('key-length', `A key has 16, 24 or 32 characters; these are ${text.length}.`)
  return bytesFromLatin1(text)
}

function fromHex(digits: string): Uint8Array | KeyFault {
  if (!/^[0-9A-Fa-f]*$/.test(digits))
    return fault('key-digits', 'A key in hex is made of the digits 0-9 and A-F only.')
  if (![32, 48, 64].includes(digits.length))
    return fault('key-length', `A key has 32, 48 or 64 hex digits; these are ${digits.length}.`)
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  )
}

const fault = (reason: KeyFault['reason'], detail: string): KeyFault => ({
  kind: 'key-fault',
  reason,
  detail,
})
