export type MasterKey =
  | {
      readonly bytes: Buffer
      /** The key used until now, while it is being changed. */
      readonly previous: Buffer | null
    }
  | {
      readonly bytes: null
      readonly why: string
      /** Somebody gave an invalid key. That is reported loudly even if no secret is stored yet. */
      readonly mistaken: boolean
    }

/**
 * What the console's keychain returns: a key, or why there is none. Only a hub inside a console has
 * one.
 */
export type KeychainKey = { readonly key: string } | { readonly why: string }

export type Env = Readonly<Record<string, string | undefined>>

const variable = 'NAVBATCHI_SECRETS_KEY'
const oldVariable = 'NAVBATCHI_SECRETS_OLD_KEY'
const form = '32 random bytes as 64 hexadecimal digits or base64'

/** 32 bytes as 64 hex digits or as base64 (also the URL-safe alphabet); null for anything else. */
export function parseMasterKey(text: string): Buffer | null {
  const trimmed = text.trim()
  if (/^[0-9A-Fa-f]{64}$/.test(trimmed)) return Buffer.from(trimmed, 'hex')
  // 43 digits of 6 bits hold 32 bytes. Some writers leave out the = that makes them 44.
  return /^[\w+/-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : null
}

/**
 * The master key from the environment, otherwise from the keychain. A message about an invalid key
 * never repeats it, since most are right except for a digit.
 */
export function masterKeyFrom(env: Env, keychain?: KeychainKey): MasterKey {
  const given = env[variable]
  if (given !== undefined && given !== '') return fromEnvironment(given, env[oldVariable])
  if (keychain === undefined) return none(`set ${variable}, ${form}`)
  if ('why' in keychain) return none(`${keychain.why}; set ${variable}, ${form}`)
  const bytes = parseMasterKey(keychain.key)
  return bytes
    ? { bytes, previous: null }
    : none('what the keychain of this machine gave is no key')
}

function fromEnvironment(given: string, old: string | undefined): MasterKey {
  const bytes = parseMasterKey(given)
  if (!bytes)
    return {
      bytes: null,
      why: `${variable} must be ${form}; what it holds is neither`,
      mistaken: true,
    }
  const previous = old === undefined || old === '' ? null : parseMasterKey(old)
  if (old && !previous)
    return {
      bytes: null,
      why: `${oldVariable} must be ${form}; what it holds is neither`,
      mistaken: true,
    }
  return { bytes, previous }
}

const none = (what: string): MasterKey => ({
  bytes: null,
  why: `No key to keep secrets with: ${what}`,
  mistaken: false,
})
