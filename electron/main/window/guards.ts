import { app, type Session } from 'electron'
import { originOf } from '../ipc/sender'
import type { Log } from '../log'

/** Stops our pages from navigating, opening windows or embedding anything, whoever asks them to. */
export function denyWandering(origin: string, log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.warn({ url: url.slice(0, 200) }, 'A window wanted to open another window')
      return { action: 'deny' }
    })
    const stay = (event: { readonly url: string; preventDefault(): void }) => {
      // Only reloading the page is allowed.
      if (originOf(event.url) === origin) return
      event.preventDefault()
      log.warn({ url: event.url.slice(0, 200) }, 'A window wanted to go elsewhere')
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/**
 * Denies camera, location, notifications, clipboard and devices: the console's page needs none of
 * them.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
