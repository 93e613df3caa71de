import { join } from 'node:path'
import { app, session } from 'electron'
import { systemClock as clock } from '../../node/system-clock'
import type { Language } from '../../shared/ipc/contract'
import type { Announcer } from './announce'
import { answerRequests } from './ipc/answer'
import { pushTo, watchedPush } from './ipc/push'
import { openConsoleStore } from './link/outbox-store'
import type { Log } from './log'
import { openDesk } from './open-desk'
import type { Options } from './options'
import { openSettings } from './settings'
import { appOrigin } from './window/app-path'
import { serveApp } from './window/app-scheme'
import { createConsoleWindows } from './window/console-windows'
import { createDrawnWatch } from './window/drawn-watch'
import { denyPermissions, denyWandering } from './window/guards'
import { pageAddress } from './window/page-address'
import { createPhotographer } from './window/picture'

export interface Start {
  readonly options: Options
  readonly data: string
  readonly log: Log
  readonly announcer: Announcer
}

/**
 * Puts a console together: windows, core, hub. Returns how to bring it to the front and how to end
 * it.
 */
export function startConsole({ options, data, log, announcer }: Start): {
  show(): void
  stop(): Promise<void>
} {
  const out = join(app.getAppPath(), 'out')
  const page = pageAddress(process.env, app.isPackaged)
  const origin = new URL(page).protocol === 'app:' ? appOrigin : new URL(page).origin
  serveApp(join(out, 'renderer'))
  denyPermissions(session.defaultSession)
  denyWandering(origin, log)
  const windows = createConsoleWindows({
    page,
    origin,
    preload: join(out, 'preload/index.cjs'),
    log,
  })
  const watch = createDrawnWatch(clock, (drawn, told) => {
    log.error({ drawn, told }, 'The page of a window draws nothing new; it is loaded again')
    windows.reloadLive()
  })
  const push = watchedPush(pushTo(windows), watch)

  log.info(
    { version: app.getVersion(), electron: process.versions.electron, data },
    'The console starts',
  )
  const settings = openSettings(data, log)
  const firstLanguage = options.language ?? settings.get().language
  const store = openConsoleStore(join(data, 'console.db'))
  const photographer = createPhotographer(options.screenshot, () => windows.live()[0])
  const shared = { options, data, log, announcer, settings, store, push, watch }
  const open = (hub: string | null, language: Language) =>
    openDesk({ ...shared, hub, language, windows, chooseHub, onAlarmShown: photographer.takeSoon })
  const chooseHub = (hub: string | null, language: Language) => {
    changing = changing.then(async () => {
      await desk.stop()
      if (ended) return
      desk = open(hub, language)
      // The window asks for the room of the other hub.
      push('reset', null)
      desk.start()
    })
  }
  let ended = false
  let changing: Promise<void> = Promise.resolve()
  let desk = open(options.hub ?? settings.get().hub ?? null, firstLanguage)
  answerRequests(() => desk.handlers, windows, log)
  // The live window is the console: a replay alone would leave an officer without alarms.
  windows.openLive().on('closed', () => app.quit())
  desk.start()
  return {
    show: windows.show,
    async stop() {
      ended = true
      await changing
      await desk.stop()
      store.close()
    },
  }
}
