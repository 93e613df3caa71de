import type { SafeStorage } from 'electron'
import type { Keychain } from './secrets-key'

/**
 * Chromium's words for "there is no password manager": what is sealed then, anybody with the file
 * can open.
 */
const unsealed: readonly string[] = ['basic_text', 'unknown']

type Words = Pick<
  SafeStorage,
  'encryptString' | 'decryptString' | 'isEncryptionAvailable' | 'getSelectedStorageBackend'
>
/**
 * Electron has these since it is in 40s; older runtimes only what holds up the process while the
 * keychain thinks.
 */
type LaterWords = Pick<
  SafeStorage,
  'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable'
>

/** The system's keychain as Electron reaches it. To be asked once the app is ready. */
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
