import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Log } from './log'

/** The operating system's store for secrets of this user alone. */
export interface Keychain {
  /** Null when it can store a key, otherwise why not, in words that fit before "; set …". */
  trouble(): Promise<string | null>
  seal(text: string): Promise<Buffer>
  /** Rejects when the text was sealed by another user or on another machine. */
  unseal(sealed: Buffer): Promise<string>
}

/**
 * The master key for the embedded hub's secrets, or why there is none. The hub's process gets this
 * at its start.
 */
export type SecretsKey = { readonly key: string } | { readonly why: string }

export interface SecretsKeyParts {
  readonly file: string
  readonly keychain: Keychain
  readonly clock: Clock
  readonly log: Log
}

/**
 * Maximum wait for a keychain, ms: it may ask somebody to unlock it, and no alarm waits for that.
 */
const keychainPatience = 5_000

/**
 * Reads the key from its file, or creates one when there is no file. Never rejects. A file that
 * cannot be unsealed is left as it is: a new key in its place would lose every secret for good, and
 * the right keychain may come back.
 */
export function openSecretsKey(parts: SecretsKeyParts): Promise<SecretsKey> {
  const { clock, log } = parts
  return new Promise((resolve) => {
    const cancel = clock.after(keychainPatience, () =>
      resolve({ why: 'The keychain of this machine does not answer' }),
    )
    openKey(parts)
      .catch((error: unknown): SecretsKey => {
        log.error({ err: error, file: parts.file }, 'The key of the secrets cannot be had')
        return { why: `The key in ${parts.file} cannot be opened with the keychain of this user` }
      })
      .then((key) => {
        cancel()
        resolve(key)
      })
  })
}

async function openKey({ file, keychain, log }: SecretsKeyParts): Promise<SecretsKey> {
  const why = await keychain.trouble()
  if (why !== null) return { why }
  const sealed = read(file)
  if (sealed !== null) return { key: await keychain.unseal(sealed) }
  const key = randomBytes(32).toString('hex')
  const made = await keychain.seal(key)
  // Check that the key can be read back before it seals anything: a key that cannot be recovered is
  // worse than none.
  if ((await keychain.unseal(made)) !== key)
    return { why: 'The keychain of this machine does not give back what it was given' }
  write(file, made)
  log.info({ file }, 'A key for secrets was made and sealed by the keychain of this user')
  return { key }
}

/** Null when there is no file; throws when it exists but cannot be read. */
function read(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes the file atomically, and to the disk before anything is sealed with the key. */
function write(file: string, bytes: Buffer): void {
  const descriptor = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeSync(descriptor, bytes)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(`${file}.new`, file)
}
