import { join } from 'node:path'
import { app, session } from 'electron'
import { systemClock as clock } from '../../node/system-clock'
import type { Announcer } from './announce'
import { createAttachedUnits } from './attached-units'
import { createAttention } from './attention/attention'
import { consoleTaskbar } from './attention/taskbar'
import { answerRequests } from './ipc/answer'
import { pushTo, pushUnits } from './ipc/push'
import { openConsoleStore } from './link/outbox-store'
import type { Log } from './log'
import { openBeacon } from './open-beacon'
import { openDesk } from './open-desk'
import type { Options } from './options'
import { beaconForUnits } from './peripherals/beacon-for-units'
import { createMapDesk } from './region-map/map-desk'
import { openSettings } from './settings'
import { openSound } from './sound/open-sound'
import { unitIdOf } from './unit-id'
import { appOrigin } from './window/app-path'
import { serveApp } from './window/app-scheme'
import { createConsoleWindows } from './window/console-windows'
import { denyPermissions, denyWandering } from './window/guards'
import { pageAddress } from './window/page-address'
import { createPhotographer } from './window/picture'
import { createWindowPlaces } from './window/window-places'

export interface Start {
  readonly options: Options
  readonly data: string
  readonly log: Log
  readonly announcer: Announcer
}

/**
 * Puts a console together from windows, core and hub. Returns functions that bring it to the front
 * and end it.
 */
export function startConsole({ options, data, log, announcer }: Start): {
  show(): void
  stop(): Promise<void>
} {
  const out = join(app.getAppPath(), 'out')
  const page = pageAddress(process.env, app.isPackaged)
  const origin = new URL(page).protocol === 'app:' ? appOrigin : new URL(page).origin
  const maps = createMapDesk({
    data,
    log,
    now: clock.now,
    onState(state) {
      for (const unit of units.ids()) pushToAllOf(unit)('region-map', state)
    },
  })
  serveApp(join(out, 'renderer'), maps.tile)
  denyPermissions(session.defaultSession)
  denyWandering(origin, log)
  const { language } = options
  const settings = openSettings(data, log, language === null ? {} : { language })
  const windows = createConsoleWindows({
    page,
    origin,
    preload: join(out, 'preload/index.cjs'),
    log,
    places: createWindowPlaces(settings),
  })
  log.info(
    { version: app.getVersion(), electron: process.versions.electron, data },
    'The console starts',
  )
  const store = openConsoleStore(join(data, 'console.db'))
  const photographer = createPhotographer(options.screenshot, () => windows.live()[0])
  const pushOf = pushTo(windows)
  const pushToAllOf = pushTo({ live: windows.hearing })
  const sound = openSound({
    ...{ clock, log, settings: settings.get() },
    onState(state) {
      for (const unit of units.ids()) pushOf(unit)('sound', state)
    },
  })
  const attention = createAttention(clock, consoleTaskbar(windows))
  const shared = { options, data, log, announcer, settings, store, windows, maps }
  const units = createAttachedUnits({
    idOf: (hub) => unitIdOf(store.units, hub, log),
    open: (unit, wanted, exchange) =>
      openDesk({
        ...{ ...shared, ...wanted, unit, beacon: beaconOf(unit), push: pushOf(unit) },
        pushToAll: pushToAllOf(unit),
        tellSelection: (selection, from) =>
          pushTo({ live: () => windows.others(from) })(unit)('selection', selection),
        sound: sound.conductor.unit(unit),
        attention: attention.unit(unit),
        chooseHub: (hub) => exchange({ hub }),
        onAlarmShown: photographer.takeSoon,
      }),
    onChange(now) {
      pushUnits(windows, now)
      // A different hub of the same unit: its window must ask for the room again.
      for (const unit of now) pushOf(unit)('reset', null)
    },
    onFault: (error) => log.error({ err: error }, 'The hub could not be changed'),
  })
  const beacon = openBeacon(settings.get(), clock, (state) => {
    for (const unit of units.ids()) pushOf(unit)('beacon', state)
  })
  const beaconOf = beaconForUnits(beacon)
  const start = units.attach({ hub: options.hub ?? settings.get().hub ?? null })
  answerRequests(units, windows, log)
  // The live window is the console: a replay alone would leave an officer without alarms.
  windows.openLive().on('closed', () => app.quit())
  windows.openViews()
  start()
  return {
    show: windows.show,
    async stop() {
      await units.stop()
      attention.stop()
      await Promise.all([beacon.stop(), sound.stop()])
      store.close()
    },
  }
}
