import type { BrowserWindow } from 'electron'
import type { Log } from '../log'

/**
 * Delay before a dead window is reloaded, ms, so that one that keeps dying does not consume the
 * machine.
 */
const restAfterDeath = 1_000
/** Interval between checks that a page responds, ms. */
const askEvery = 5_000
/**
 * A page that does not respond for this long, ms, has hung. This is far above the longest frame on
 * a slow machine.
 */
const patience = 20_000

/**
 * Restores a window whose page crashed or hung. Nothing is lost: the room, the outbox, the journal
 * and the beacon live in this process, so the fresh page shows the same.
 */
export function reviveWhenDead(window: BrowserWindow, log: Log): void {
  const { webContents } = window
  let askedAt: number | null = null
  let loaded = false

  const ask = () => {
    // A page that is loading or being debugged may take its time.
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
