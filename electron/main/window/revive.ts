import type { BrowserWindow } from 'electron'
import type { Log } from '../log'

/** A window that dies again and again is given this long between lives, ms, so that it does not eat the machine. */
const restAfterDeath = 1_000
/** A hung page gets this long to come back by itself, ms: a long frame is no reason to throw the screen away. */
const patience = 5_000

/**
 * Brings back a window whose page crashed or hangs. Nothing is lost by it: the room, the outbox, the journal and the
 * beacon live in this process, so the fresh page shows the same.
 */
export function reviveWhenDead(window: BrowserWindow, log: Log): void {
  let hung: NodeJS.Timeout | undefined
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error({ ...details }, 'The page of a window died; it is loaded again')
    setTimeout(() => !window.isDestroyed() && window.webContents.reload(), restAfterDeath)
  })
  window.on('unresponsive', () => {
    log.warn({}, 'A window does not answer')
    clearTimeout(hung)
    hung = setTimeout(() => !window.isDestroyed() && window.webContents.forcefullyCrashRenderer(), patience)
  })
  window.on('responsive', () => clearTimeout(hung))
  window.on('closed', () => clearTimeout(hung))
}
