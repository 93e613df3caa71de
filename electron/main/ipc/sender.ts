/**
 * The sender of an IPC message as reported by Electron. `frameUrl` is null when the frame is
 * already gone.
 */
export interface Sender {
  readonly windowId: number
  readonly frameUrl: string | null
  readonly isMainFrame: boolean
}

/**
 * Why a message is refused, or null. Only the top frame of one of our windows, showing our own
 * page, is trusted.
 */
export function senderFault(
  sender: Sender,
  origin: string,
  windows: ReadonlyMap<number, unknown>,
): string | null {
  if (!windows.has(sender.windowId)) return `window ${sender.windowId} is none of ours`
  if (!sender.isMainFrame) return 'it came from a frame inside the page'
  if (sender.frameUrl === null) return 'its frame is gone'
  if (originOf(sender.frameUrl) !== origin) return `it came from ${originOf(sender.frameUrl)}`
  return null
}

/** Scheme and host. `URL.origin` is "null" for custom schemes. */
export function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return url.slice(0, 40)
  }
}
