import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, Menu } from 'electron'
import { storageTrouble } from '../../node/sqlite'
import { createAnnouncer } from './announce'
import { debugSwitchRefusal } from './debug-switches'
import { openLog } from './log'
import { type Options, readOptions } from './options'
import { startConsole } from './start-console'
import { claimAppScheme } from './window/app-scheme'
import { devServer } from './window/page-address'

const announcer = createAnnouncer((line) => process.stdout.write(`${line}\n`))

function giveUp(text: string): void {
  announcer.failed(text)
  app.exit(1)
}

/** An unwritable data directory or an invalid database must end in a clear message, not a hang. */
const giveUpOn = (error: unknown): void =>
  giveUp(
    `The console cannot start: ${error instanceof Error ? storageTrouble(error) : String(error)}`,
  )

function main(options: Options): void {
  // WebGL, and with it the map, must work on machines without a graphics card.
  app.commandLine.appendSwitch('enable-unsafe-swiftshader')
  // A console covered by another window keeps drawing and counting: one look must be enough.
  app.commandLine.appendSwitch('disable-renderer-backgrounding')
  app.commandLine.appendSwitch('disable-background-timer-throttling')
  if (options.data !== null) app.setPath('userData', resolve(options.data))
  const data = app.getPath('userData')
  mkdirSync(data, { recursive: true })
  // Two consoles on one data directory would both send the outbox.
  if (!app.requestSingleInstanceLock()) {
    giveUp(`Another console runs on the data directory ${data}`)
    return
  }
  const log = openLog(data)
  process.on('uncaughtException', (error) =>
    log.error({ err: error }, 'Something went wrong that nobody foresaw'),
  )
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'Something went wrong that nobody foresaw'),
  )
  claimAppScheme()
  if (devServer(process.env, app.isPackaged) === null) Menu.setApplicationMenu(null)
  const start = () => {
    const running = startConsole({ options, data, log, announcer })
    app.on('second-instance', running.show)
    app.on('window-all-closed', () => app.quit())
    let ending = false
    app.on('before-quit', (event) => {
      event.preventDefault()
      if (ending) return
      ending = true
      // Turn off the beacon, store the journal and stop the hub in order. Then exit, whatever is
      // still open.
      void running.stop().finally(() => app.exit(0))
    })
  }
  app.whenReady().then(start).catch(giveUpOn)
}

const refusal = app.isPackaged ? debugSwitchRefusal(process.argv, process.platform) : null
const options = readOptions(process.argv)
if (refusal !== null) giveUp(refusal)
else if (typeof options === 'string') giveUp(options)
else
  try {
    main(options)
  } catch (error) {
    giveUpOn(error)
  }
