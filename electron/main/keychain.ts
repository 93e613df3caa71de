import type { SafeStorage } from 'electron'
import type { Keychain } from './secrets-key'

/**
 * Chromium's names for "there is no password manager". Anybody with the file can then open what is
 * sealed.
 */
const unsealed: readonly string[] = ['basic_text', 'unknown']

type Words = Pick<
  SafeStorage,
  'encryptString' | 'decryptString' | 'isEncryptionAvailable' | 'getSelectedStorageBackend'
>
/**
 * Only newer Electron runtimes (versions in the 40s) have these. Older ones only have calls that
 * block the process while the keychain works.
 */
type LaterWords = Pick<
  SafeStorage,
  'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable'
>

export function systemKeychain(
  storage: Words & Partial<LaterWords>,
  platform: NodeJS.Platform,
): Keychain {
  return {
    async trouble() {
      if (platform === 'linux' && unsealed.includes(storage.getSelectedStorageBackend()))
        return 'This session has no keychain (GNOME Keyring, KWallet) to keep a key in'
      const available =
        (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable()
      return available ? null : 'The keychain of this machine is not available'
    },
    seal: async (text) => (await storage.encryptStringAsync?.(text)) ?? storage.encryptString(text),
    unseal: async (sealed) =>
      (await storage.decryptStringAsync?.(sealed))?.result ?? storage.decryptString(sealed),
  }
}
