import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/*
 * AES-256-GCM (NIST SP 800-38D): 12 random bytes of nonce, the cipher text, 16 bytes of tag. Random
 * nonces are safe for 2^32 seals under one key; a unit seals some tens of thousands in its life.
 * Kind and name of the secret are authenticated too, so that a row moved to another's place does
 * not open.
 */
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

export interface SecretName {
  readonly kind: string
  readonly name: string
}

/** JSON, since it is unambiguous: `a`, `b:c` and `a:b`, `c` give different texts. */
const bound = ({ kind, name }: SecretName): Buffer =>
  Buffer.from(JSON.stringify(['navbatchi secret 1', kind, name]))

export function seal(key: Uint8Array, of: SecretName, text: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(
    bound(of),
  )
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** The text; null when it was sealed with another key or for another name, or was changed. */
export function unseal(key: Uint8Array, of: SecretName, sealed: Uint8Array): string | null {
  if (sealed.length < nonceBytes + tagBytes) return null
  const nonce = sealed.subarray(0, nonceBytes)
  const cipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(bound(of))
    .setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([
      cipher.update(sealed.subarray(nonceBytes, -tagBytes)),
      cipher.final(),
    ]).toString('utf8')
  } catch {
    return null
  }
}
