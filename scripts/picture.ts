import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureDisplay } from './display.mjs'
import { newDataFolder, openConsole, removeFolder } from './drive/console'
import { end, root, start } from './drive/programs'

/** Long enough for the simulator's opening alarms, and for a dispatched team to be on its way. */
const alarmsComeIn = 24_000
const teamSetsOff = 14_000

/**
 * Takes the README's picture of the console: a real one, with simulated alarms, an officer's
 * selection and a team sent.
 */
async function takePicture(file: string, language: string): Promise<void> {
  const display = await ensureDisplay()
  Object.assign(process.env, display.env)
  const data = newDataFolder()
  const opened = await openConsole({ data, language })
  const { http, dc09 } = opened.ready
  const simulator = start('scripts/simulate/main.ts', [
    '--dc09',
    `127.0.0.1:${dc09.tcp}`,
    '--http',
    http,
    '--rate',
    '0.4',
  ])
  try {
    const { page } = opened
    await sleep(alarmsComeIn)
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('d')
    await sleep(teamSetsOff)
    await page.screenshot({ path: file })
    console.log(`The picture is ${file}`)
  } finally {
    await end(simulator)
    await opened.close()
    removeFolder(data)
    await display.stop()
  }
}

const [file = join(root, 'docs/console.png'), language = 'en'] = process.argv.slice(2)
await takePicture(file, language)
process.exit(0)
