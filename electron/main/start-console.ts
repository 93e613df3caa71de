import { join } from 'node:path'
import { app, session } from 'electron'
import { hubAgent } from '../../node/hub-trust'
import { systemClock as clock } from '../../node/system-clock'
import type { Announcer } from './announce'
import { createConsoleCore } from './console-core'
import { consoleHandlers } from './console-handlers'
import { answerRequests } from './ipc/answer'
import { pushTo, watchedPush } from './ipc/push'
import journalPath from './journal/journal-process?modulePath'
import { createAskHub } from './link/ask-hub'
import { connectBySocketIo } from './link/hub-socket'
import { openConsoleStore } from './link/outbox-store'
import type { Log } from './log'
import { openBeacon } from './open-beacon'
import { openSource } from './open-source'
import type { Options } from './options'
import { createReadiness } from './readiness'
import { recordsHandlers } from './records/records-handlers'
import { replayHandlers } from './replay/replay-handlers'
import { openSettings } from './settings'
import { startUtility } from './utility'
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
  const language = options.language ?? settings.get().language
  const beacon = openBeacon(settings.get(), clock, (state) => push('beacon', state))
  const store = openConsoleStore(join(data, 'console.db'))
  const photographer = createPhotographer(options.screenshot, () => windows.live()[0])
  const readiness = createReadiness({
    announcer,
    hub: options.hub,
    data,
    onAlarmShown: photographer.takeSoon,
  })
  const agent = hubAgent(options.trust)
  const ask = createAskHub(agent)
  const core = createConsoleCore({
    clock,
    log,
    connect: connectBySocketIo(log, agent),
    ask,
    startJournal: () => startUtility(journalPath, 'Navbatchi journal', [data]),
    store,
    hubName: options.hub ?? 'embedded',
    beacon,
    push,
    onLink: readiness.link,
    onAlarms: readiness.alarmsInRoom,
    onTokenRefused: (said) => source.tokenRefused(said),
  })
  const source = openSource({
    options,
    data,
    log,
    clock,
    core,
    settings: settings.get(),
    ask,
    announcer,
    readiness,
  })
  const onAttached = () => {
    watch.attached()
    readiness.windowAttached()
  }
  const live = consoleHandlers({
    core,
    source,
    beacon,
    settings,
    language,
    onAttached,
    onDrawn: watch.drawn,
  })
  const past = {
    ...replayHandlers(core.journal, windows.openReplay),
    ...recordsHandlers({ journal: core.journal, link: core.link, askHub: core.askRecords }),
  }
  answerRequests({ ...live, ...past }, windows, log)
  // The live window is the console: a replay alone would leave an officer without alarms.
  windows.openLive().on('closed', () => app.quit())
  source.start()
  return {
    show: windows.show,
    async stop() {
      await Promise.all([core.stop(), source.stop()])
      store.close()
    },
  }
}
