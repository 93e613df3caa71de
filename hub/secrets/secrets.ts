import type { Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import { privateFile } from '../private-file'
import { type AccountKeys, createAccountKeys } from './account-keys'
import { createDuressWords, type DuressWords } from './duress-words'
import { type Env, type KeychainKey, masterKeyFrom } from './master-key'
import { openVault, type VaultState } from './vault'

export interface SecretsParts {
  readonly dataDir: string
  /**
   * Holds `NAVBATCHI_SECRETS_KEY`, and `NAVBATCHI_SECRETS_OLD_KEY` while the key is being changed.
   */
  readonly env: Env
  /**
   * The key from the keychain of the console that embeds the hub, or why there is none. The
   * environment takes precedence.
   */
  readonly keychain?: KeychainKey | undefined
  readonly log: Logger
  readonly registry: Registry
}

export interface Secrets {
  readonly accountKeys: AccountKeys
  readonly duressWords: DuressWords
  state(): VaultState
  close(): void
}

/** Opens the vault of a data directory. Never throws because of a key: see `openVault`. */
export function openSecrets({ dataDir, env, keychain, log, registry }: SecretsParts): Secrets {
  const vault = openVault(privateFile(dataDir, 'secrets.db'), masterKeyFrom(env, keychain), log)
  new Gauge({
    name: 'navbatchi_secrets_open',
    help: '1 when account keys and duress words can be kept and read',
    registers: [registry],
  }).set(vault.state().open ? 1 : 0)
  return {
    accountKeys: createAccountKeys(vault),
    duressWords: createDuressWords(vault),
    state: vault.state,
    close: vault.close,
  }
}
