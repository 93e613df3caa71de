import type { Logger } from 'pino'
import { storageTrouble } from '../../node/sqlite'
import type { MasterKey } from './master-key'
import { type SecretName, seal, unseal } from './seal'
import { openSecretRows, type SecretRows } from './secret-rows'

/** Thrown when a secret is to be stored and nothing can be sealed; its message is a sentence. */
export class VaultClosed extends Error {}

/**
 * Whether secrets can be kept and read. `trouble` means that somebody should look, since secrets
 * were meant to be readable.
 */
export type VaultState =
  | { readonly open: true }
  | { readonly open: false; readonly why: string; readonly trouble: boolean }

export interface SecretChange extends SecretName {
  /** Null removes the secret. */
  readonly text: string | null
}

/**
 * Keeps secrets that the hub must be able to read again. They are sealed, in a database of their
 * own, under a master key that is not on the same disk. A closed vault gives and takes nothing, but
 * still forgets what it is told to.
 */
export interface Vault {
  state(): VaultState
  has(of: SecretName): boolean
  /** The names under which a kind of secret is kept, whether or not it can be read. */
  names(kind: string): readonly string[]
  /** Null when there is none, or it cannot be opened. */
  read(of: SecretName): string | null
  /**
   * All in one commit that is durable when this returns. Throws `VaultClosed`, or a storage error.
   */
  change(changes: readonly SecretChange[]): void
  close(): void
}

const proof: SecretName = { kind: 'vault', name: 'proof' }
const proofText = 'sealed with the master key'

/**
 * Opens `secrets.db`. Never throws: with a wrong key or a damaged file the vault stays closed, with
 * a sentence in the log and in `state`. A hub without secrets still takes alarms.
 */
export function openVault(file: string, key: MasterKey, log: Logger): Vault {
  let rows: SecretRows
  try {
    rows = openSecretRows(file)
  } catch (error) {
    return lost(`The secrets in ${file} cannot be read: ${storageTrouble(error)}`, log)
  }
  const opened = unlock(rows, key, log)
  if (!('why' in opened)) return vaultOf(rows, { open: true }, opened.bytes, log)
  // Something was once sealed with a key, and now there is none: whoever took it away should hear
  // of it.
  const trouble = opened.mistaken || rows.has(proof)
  if (trouble) log.error({ file }, `${opened.why}. The secrets of this hub stay closed`)
  else log.info(opened.why)
  return vaultOf(rows, { open: false, why: opened.why, trouble }, null, log)
}

interface Unlocked {
  readonly bytes: Buffer
}
interface Locked {
  readonly why: string
  readonly mistaken: boolean
}

/** The key when it fits what is kept, with a proof of it for the next time. */
function unlock(rows: SecretRows, key: MasterKey, log: Logger): Unlocked | Locked {
  if (key.bytes === null) return key
  try {
    const sealed = rows.read(proof)
    if (sealed === null) return prove(rows, key.bytes)
    if (unseal(key.bytes, proof, sealed) === null) return reseal(rows, key, log)
    return { bytes: key.bytes }
  } catch (error) {
    return { why: `The secrets cannot be kept: ${storageTrouble(error)}`, mistaken: true }
  }
}

/**
 * Notes which key this is. If secrets are already kept, the key must be theirs: somebody may have
 * removed the note.
 */
function prove(rows: SecretRows, bytes: Buffer): Unlocked | Locked {
  if (rows.all().some((row) => unseal(bytes, row, row.sealed) === null))
    return { why: wrongKey, mistaken: true }
  rows.write([{ ...proof, sealed: seal(bytes, proof, proofText) }])
  return { bytes }
}

const wrongKey =
  'The key given is not the one the secrets are sealed with. Give the right one in NAVBATCHI_SECRETS_KEY, or the old one beside the new in NAVBATCHI_SECRETS_OLD_KEY to change it'

/**
 * Seals everything under a new key, when the old one was given beside it: all of it, or nothing.
 */
function reseal(
  rows: SecretRows,
  { bytes, previous }: Unlocked & { previous: Buffer | null },
  log: Logger,
) {
  if (previous === null) return { why: wrongKey, mistaken: true }
  const resealed = []
  for (const row of rows.all()) {
    const text = unseal(previous, row, row.sealed)
    if (text === null) return { why: wrongKey, mistaken: true }
    resealed.push({ kind: row.kind, name: row.name, sealed: seal(bytes, row, text) })
  }
  rows.write(resealed)
  log.warn(
    { secrets: resealed.length - 1 },
    'The secrets are sealed with the new key; NAVBATCHI_SECRETS_OLD_KEY may go',
  )
  return { bytes }
}

function vaultOf(rows: SecretRows, state: VaultState, key: Buffer | null, log: Logger): Vault {
  return {
    state: () => state,
    has: rows.has,
    names: rows.names,
    read(of) {
      const sealed = key && rows.has(of) ? rows.read(of) : null
      if (!key || !sealed) return null
      const text = unseal(key, of, sealed)
      if (text === null)
        log.error(
          { kind: of.kind, name: of.name },
          'A secret was changed outside the hub; it is not used',
        )
      return text
    },
    change(changes) {
      const sealed = changes
        .filter((change) => change.text !== null || rows.has(change))
        .map(({ kind, name, text }) => ({
          kind,
          name,
          sealed: text === null ? null : sealNow({ kind, name }, text),
        }))
      if (sealed.length > 0) rows.write(sealed)
    },
    close: rows.close,
  }

  function sealNow(of: SecretName, text: string): Buffer {
    if (key === null) throw new VaultClosed(state.open ? '' : state.why)
    return seal(key, of, text)
  }
}

function lost(why: string, log: Logger): Vault {
  log.error(why)
  return {
    state: () => ({ open: false, why, trouble: true }),
    has: () => false,
    names: () => [],
    read: () => null,
    change: () => {
      throw new VaultClosed(why)
    },
    close: () => {},
  }
}
