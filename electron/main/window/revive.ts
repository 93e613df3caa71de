import type { BrowserWindow } from 'electron'
import type { Log } from '../log'

/**
 * A window that dies again and again is given this long between lives, ms, so that it does not eat
 * the machine.
 */
const restAfterDeath = 1_000
/** How often a page is asked for a sign of life, ms. */
const askEvery = 5_000
/**
 * A page that gives none for this long, ms, hangs. Far above the longest frame a slow machine
 * draws.
 */
const patience = 20_000

/**
 * Brings back a window whose page crashed or hangs. Nothing is lost by it: the room, the outbox,
 * the journal and the beacon live in this process, so the fresh page shows the same.
 */
export function reviveWhenDead(window: BrowserWindow, log: Log): void {
  const { webContents } = window
  let askedAt: number | null = null
  let loaded = false

  const ask = () => {
    // A page that is being loaded or stepped through by a developer may take its time.
    if (!loaded || webContents.isDevToolsOpened()) return
    if (askedAt === null) {
      askedAt = Date.now()
      const alive = () => {
        askedAt = null
      }
      webContents.executeJavaScript('0').then(alive, alive)
    } else if (Date.now() - askedAt > patience) {
      log.error({}, 'The page of a window hangs; it is ended and loaded again')
      askedAt = null
      webContents.forcefullyCrashRenderer()
    }
  }
  const asking = setInterval(ask, askEvery)
  webContents.on('did-finish-load', () => {
    loaded = true
    askedAt = null
  })
  webContents.on('render-process-gone', (_event, details) => {
    loaded = false
    log.error({ ...details }, 'The page of a window died; it is loaded again')
    setTimeout(() => !window.isDestroyed() && webContents.reload(), restAfterDeath)
  })
  window.on('closed', () => clearInterval(asking))
}
