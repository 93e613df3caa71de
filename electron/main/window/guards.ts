import { app, type Session } from 'electron'
import { originOf } from '../ipc/sender'
import type { Log } from '../log'

/** No page of ours goes anywhere, opens anything or embeds anything, whoever asks it to. */
export function denyWandering(origin: string, log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.warn({ url: url.slice(0, 200) }, 'A window wanted to open another window')
      return { action: 'deny' }
    })
    const stay = (event: { readonly url: string; preventDefault(): void }) => {
      // Reloading the page is the one navigation there is.
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
 * Camera, place, notifications, clipboard, devices: the console needs none of them from the page.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
