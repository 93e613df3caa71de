import type { Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import { privateFile } from '../private-file'
import { type AccountKeys, createAccountKeys } from './account-keys'
import { createDuressWords, type DuressWords } from './duress-words'
import { type Env, type KeychainKey, masterKeyFrom } from './master-key'
import { openVault, type VaultState } from './vault'

export interface SecretsParts {
  /** Holds `secrets.db`. */
  readonly dataDir: string
  /**
   * `NAVBATCHI_SECRETS_KEY`, and `NAVBATCHI_SECRETS_OLD_KEY` while it is being changed, are read
   * from it.
   */
  readonly env: Env
  /**
   * What the keychain of the console says the hub is embedded in; the environment goes before it.
   */
  readonly keychain?: KeychainKey | undefined
  readonly log: Logger
  readonly registry: Registry
}

/** The secrets of a hub, by what they are for. */
export interface Secrets {
  readonly accountKeys: AccountKeys
  readonly duressWords: DuressWords
  state(): VaultState
  close(): void
}

/** Opens the vault of a data directory. Never throws on account of a key: see `openVault`. */
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
