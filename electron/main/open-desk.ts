import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { shell } from 'electron'
import { hubAgent } from '../../node/hub-trust'
import { systemClock as clock } from '../../node/system-clock'
import type { UnitId } from '../../shared/ipc/contract'
import { paperQuery } from '../../shared/paper/paper-query'
import { preferencesOf } from '../../shared/settings/preferences'
import type { Announcer } from './announce'
import type { Desk } from './attached-units'
import type { UnitAttention } from './attention/attention'
import { createConsoleCore } from './console-core'
import { consoleHandlers } from './console-handlers'
import { createHeadStart } from './head-start'
import { type Push, watchedPush } from './ipc/push'
import journalPath from './journal/journal-process?modulePath'
import { createAskHub } from './link/ask-hub'
import { connectBySocketIo } from './link/hub-socket'
import type { ConsoleStore } from './link/outbox-store'
import type { Log } from './log'
import { openSource } from './open-source'
import type { Options } from './options'
import { paperHandlers } from './paper/paper-handlers'
import { paperWindow } from './paper/paper-window'
import type { Beacon } from './peripherals/beacon'
import { createReadiness } from './readiness'
import { recordsHandlers } from './records/records-handlers'
import type { MapDesk } from './region-map/map-desk'
import { mapHandlers } from './region-map/map-handlers'
import { replayHandlers } from './replay/replay-handlers'
import { createScreenLook, officerOf } from './screen-look'
import type { SettingsFile } from './settings'
import { settingsHandlers } from './settings-handlers'
import { siteHandlers } from './sites/site-handlers'
import { createSitePictures } from './sites/site-pictures'
import type { UnitSound } from './sound/conductor'
import { telephoneHandlers } from './telephone'
import { hubNameOf } from './unit-id'
import { startUtility } from './utility'
import { askFile, askMapFile } from './window/ask-file'
import type { ConsoleWindows } from './window/console-windows'
import { createDrawnWatch } from './window/drawn-watch'
import { type ViewPorts, viewHandlers } from './window/view-handlers'

/**
 * On two cores the embedded hub and the window slow each other down at the start. If there is a copy
 * of the room to show, the list is drawn first. The hub's process waits for it at most this long, ms.
 */
const listFirst = 1_500

export interface DeskParts {
  readonly unit: UnitId
  readonly options: Options
  readonly data: string
  readonly log: Log
  readonly announcer: Announcer
  readonly settings: SettingsFile
  readonly store: ConsoleStore
  readonly beacon: Beacon
  readonly push: Push
  /** Reaches replay windows too: nothing of the live room goes this way. */
  readonly pushToAll: Push
  /** Tells the windows of this room but the one that selected. */
  readonly tellSelection: ViewPorts['tellSelection']
  readonly windows: ConsoleWindows
  readonly sound: UnitSound
  readonly maps: MapDesk
  readonly attention: UnitAttention
  readonly hub: string | null
  readonly chooseHub: (hub: string | null) => void
  readonly onAlarmShown: () => void
}

export function openDesk(parts: DeskParts): Desk {
  const { unit, options, data, log, announcer, settings, beacon, hub, store, windows } = parts
  const watch = createDrawnWatch(clock, (drawn, told) => {
    log.error({ unit, drawn, told }, 'The page of a window draws nothing new; it is loaded again')
    windows.reloadLive()
  })
  let attached = false
  // A window hears nothing of this unit until it has asked for it.
  const push = watchedPush((name, value) => attached && parts.push(name, value), watch)
  const readiness = createReadiness({ announcer, hub, data, onAlarmShown: parts.onAlarmShown })
  // A certificate named on the command line applies only to the hub named there.
  const agent = hubAgent(hub === options.hub ? options.trust : { ca: null, pin: null })
  const ask = createAskHub(agent)
  const core = createConsoleCore({
    ...{ clock, log, ask, store, beacon, push },
    connect: connectBySocketIo(log, agent),
    startJournal: () => startUtility(journalPath, 'Navbatchi journal', [data]),
    hubName: hubNameOf(hub),
    onLink(link) {
      readiness.link(link)
      look.officerChanged()
    },
    onAlarms: readiness.alarmsInRoom,
    onShown(shown) {
      parts.sound.show(shown)
      parts.attention.show(shown)
    },
    soundState: parts.sound.state,
    onTokenRefused: (said) => source.tokenRefused(said),
  })
  const listDrawn = createHeadStart(clock, listFirst)
  const hasCopy = store.units.unitOf(hubNameOf(hub)) !== null
  const source = openSource({
    headStart: hasCopy ? listDrawn : undefined,
    ...{ hub, options, data, log, clock, core, ask, announcer, readiness },
    settings: settings.get(),
  })
  const officer = () => officerOf(core.link())
  const look = createScreenLook({
    ...{ settings, officer },
    onChange(now) {
      parts.pushToAll('settings', now)
      windows.setTextSize(preferencesOf(now).textSize)
    },
  })
  windows.setTextSize(preferencesOf(look.now().settings).textSize)
  const live = consoleHandlers({
    ...{ core, source, beacon, sound: parts.sound, settings, chooseHub: parts.chooseHub },
    look: look.now,
    onAttached(mode) {
      attached = true
      if (mode === 'view') return
      watch.attached()
      readiness.windowAttached()
      if (core.room().unit !== null) listDrawn.over()
    },
    onDrawn: watch.drawn,
  })
  const picture = createSitePictures({
    ...{ folder: join(data, 'pictures'), access: core.access, ask, log },
  })
  const past = {
    ...replayHandlers(core.journal, (span) => windows.openReplay(unit, span)),
    ...siteHandlers({ core, journal: core.journal, picture }),
    ...recordsHandlers({ journal: core.journal, link: core.link, askHub: core.askRecords }),
  }
  const telephone = telephoneHandlers({
    settings,
    open: (address) => shell.openExternal(address),
  })
  const maps = mapHandlers({ maps: parts.maps, askFile: askMapFile })
  const paper = paperHandlers({
    ...{ files: askFile, clock, newId: randomUUID },
    open: (job, print) => paperWindow(windows.openHidden(paperQuery({ job, unit, print }))),
  })
  const views = viewHandlers({ windows, tellSelection: parts.tellSelection })
  const set = settingsHandlers({ settings, sound: parts.sound, files: askFile, officer })
  return {
    handlers: { ...live, ...past, ...telephone, ...set, ...maps, ...paper, ...views },
    start: source.start,
    async stop() {
      watch.stop()
      look.stop()
      await Promise.all([core.stop(), source.stop()])
      parts.sound.left()
      parts.attention.left()
    },
  }
}
