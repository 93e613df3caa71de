import { cipherOf } from '../../node/aes'
import type { Cipher } from '../../shared/dc09/cipher'
import { type KeyFault, type KeyForm, parseKey } from '../../shared/dc09/key'
import { createSameKeys } from './same-keys'
import type { Vault } from './vault'

export interface TypedKey {
  readonly form: KeyForm
  readonly key: string
}

export interface AccountKeys {
  /**
   * Stores a key and returns null, or says what is wrong with it. Throws `VaultClosed`, or a
   * storage error.
   */
  set(account: string, typed: TypedKey): KeyFault | null
  /** What is wrong with a key, without storing it; null when nothing is. */
  fault(typed: TypedKey): KeyFault | null
  /** False when there was none. Throws a storage error. */
  remove(account: string): boolean
  /**
   * Whether there is a key, readable or not: a message in clear from such an account is suspicious.
   */
  has(account: string): boolean
  /**
   * What to decipher the account's messages with; null when it has no key, or the vault is closed.
   */
  cipherOf(account: string): Cipher | null
  /**
   * The other accounts that have the same key: anybody with one of their panels can speak for all
   * of them.
   */
  sharedWith(account: string): readonly string[]
  shared(): readonly (readonly string[])[]
}

const kind = 'account-key'

/**
 * A cipher is made when its account first reports, and then kept (about 1 kB): making one costs
 * more than a message.
 */
export function createAccountKeys(vault: Vault): AccountKeys {
  /** Null stands for a key that cannot be read, so that this is found and logged only once. */
  const ciphers = new Map<string, Cipher | null>()
  const parsed = ({ form, key }: TypedKey) => parseKey(key, form)

  const keyOf = (account: string): Buffer | null => {
    const hex = vault.read({ kind, name: account })
    return hex === null ? null : Buffer.from(hex, 'hex')
  }
  /** The first call compares all keys; from then on the result is kept up to date. */
  let sameKeys: ReturnType<typeof createSameKeys> | null = null
  const same = () => {
    if (sameKeys !== null) return sameKeys
    sameKeys = createSameKeys()
    for (const account of vault.names(kind)) {
      const key = keyOf(account)
      if (key !== null) sameKeys.set(account, key)
    }
    return sameKeys
  }

  function make(account: string): Cipher | null {
    if (!vault.has({ kind, name: account })) return null
    const key = keyOf(account)
    const cipher = key === null ? null : cipherOf(key)
    ciphers.set(account, cipher)
    return cipher
  }

  return {
    set(account, typed) {
      const key = parsed(typed)
      if ('kind' in key) return key
      vault.change([{ kind, name: account, text: Buffer.from(key).toString('hex') }])
      ciphers.delete(account)
      sameKeys?.set(account, key)
      return null
    },
    fault(typed) {
      const key = parsed(typed)
      return 'kind' in key ? key : null
    },
    remove(account) {
      if (!vault.has({ kind, name: account })) return false
      vault.change([{ kind, name: account, text: null }])
      ciphers.delete(account)
      sameKeys?.remove(account)
      return true
    },
    has: (account) => vault.has({ kind, name: account }),
    cipherOf(account) {
      const cipher = ciphers.get(account)
      return cipher === undefined ? make(account) : cipher
    },
    sharedWith: (account) => same().others(account),
    shared: () => same().groups(),
  }
}
