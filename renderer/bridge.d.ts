import type { TextBridge } from '../shared/ipc/text-bridge'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly navbatchi: TextBridge
  }
}
