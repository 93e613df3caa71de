import { test } from '@playwright/test'
import {
  type ConsoleOptions,
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
} from '../scripts/drive/console'

/** Its console is there only while a test runs. */
export interface OwnConsole extends Pick<RunningConsole, 'page' | 'ready' | 'process'> {
  readonly data: string
}

/**
 * The console of one test file, on its own hub: opens before the file's first test and closes after
 * its last.
 */
export function ownConsole(
  optionsFor: (data: string) => Omit<ConsoleOptions, 'data'> = () => ({}),
): OwnConsole {
  const data = newDataFolder()
  let opened: RunningConsole | undefined
  const running = (): RunningConsole => {
    if (!opened) throw new Error('The console is open only while a test runs')
    return opened
  }
  test.beforeAll(async () => {
    opened = await openConsole({ data, ...optionsFor(data) })
  })
  test.afterAll(async () => {
    await opened?.close()
    removeFolder(data)
  })
  return {
    data,
    get page() {
      return running().page
    },
    get ready() {
      return running().ready
    },
    get process() {
      return running().process
    },
  }
}
