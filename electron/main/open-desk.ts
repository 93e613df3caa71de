import { hubAgent } from '../../node/hub-trust'
import { systemClock as clock } from '../../node/system-clock'
import type { Language } from '../../shared/ipc/contract'
import type { Announcer } from './announce'
import { createConsoleCore } from './console-core'
import { consoleHandlers } from './console-handlers'
import type { Handlers } from './ipc/handlers'
import type { Push } from './ipc/push'
import journalPath from './journal/journal-process?modulePath'
import { createAskHub } from './link/ask-hub'
import { connectBySocketIo } from './link/hub-socket'
import type { ConsoleStore } from './link/outbox-store'
import type { Log } from './log'
import { openBeacon } from './open-beacon'
import { openSource } from './open-source'
import type { Options } from './options'
import { createReadiness } from './readiness'
import { recordsHandlers } from './records/records-handlers'
import { replayHandlers } from './replay/replay-handlers'
import type { SettingsFile } from './settings'
import { startUtility } from './utility'
import type { ConsoleWindows } from './window/console-windows'
import type { DrawnWatch } from './window/drawn-watch'

export interface DeskParts {
  readonly options: Options
  readonly data: string
  readonly log: Log
  readonly announcer: Announcer
  readonly settings: SettingsFile
  readonly language: Language
  readonly store: ConsoleStore
  readonly push: Push
  readonly watch: DrawnWatch
  readonly windows: ConsoleWindows
  /** A hub elsewhere, or null for one of our own. */
  readonly hub: string | null
  readonly chooseHub: (hub: string | null, language: Language) => void
  readonly onAlarmShown: () => void
}

/** All of a console that hangs on which hub it works with. */
export interface Desk {
  readonly handlers: Handlers
  start(): void
  stop(): Promise<void>
}

export function openDesk(parts: DeskParts): Desk {
  const { options, data, log, announcer, settings, push, watch, hub, store } = parts
  const beacon = openBeacon(settings.get(), clock, (state) => push('beacon', state))
  const readiness = createReadiness({ announcer, hub, data, onAlarmShown: parts.onAlarmShown })
  // A certificate named on the command line is that of the hub named there.
  const agent = hubAgent(hub === options.hub ? options.trust : { ca: null, pin: null })
  const ask = createAskHub(agent)
  const core = createConsoleCore({
    ...{ clock, log, ask, store, beacon, push },
    connect: connectBySocketIo(log, agent),
    startJournal: () => startUtility(journalPath, 'Navbatchi journal', [data]),
    hubName: hub ?? 'embedded',
    onLink: readiness.link,
    onAlarms: readiness.alarmsInRoom,
    onTokenRefused: (said) => source.tokenRefused(said),
  })
  const source = openSource({
    ...{ hub, options, data, log, clock, core, ask, announcer, readiness },
    settings: settings.get(),
  })
  const live = consoleHandlers({
    ...{ core, source, beacon, settings, chooseHub: parts.chooseHub },
    language: parts.language,
    onAttached() {
      watch.attached()
      readiness.windowAttached()
    },
    onDrawn: watch.drawn,
  })
  const past = {
    ...replayHandlers(core.journal, parts.windows.openReplay),
    ...recordsHandlers({ journal: core.journal, link: core.link, askHub: core.askRecords }),
  }
  return {
    handlers: { ...live, ...past },
    start: source.start,
    async stop() {
      await Promise.all([core.stop(), source.stop()])
    },
  }
}
