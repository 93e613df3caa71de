import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { spawnOwned } from '../launch/owned.mjs'
import { electronExecutable } from '../setup/electron-runtime.mjs'
import { end, root } from './programs'
import { saidBy } from './said'

/** What the console prints once its window shows the room. */
export interface Ready {
  readonly http: string
  readonly dc09: { readonly tcp: number }
  readonly data: string
}

export interface RunningConsole {
  readonly ready: Ready
  readonly page: Page
  /** When the launch began, ms since the epoch. */
  readonly launchedAt: number
  readonly process: ChildProcess
  /**
   * Every window there is now; a new connection each time, since one made before a page died does
   * not see the next.
   */
  pages(): Promise<readonly Page[]>
  close(): Promise<void>
}

export interface ConsoleOptions {
  readonly data: string
  /** Connect to this hub instead of starting one of its own on free ports. */
  readonly hub?: string
  /** Language of the screen; English, by whose words tests find things, unless told otherwise. */
  readonly language?: string
  readonly more?: readonly string[]
  readonly env?: Record<string, string>
}

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'navbatchi-drive-'))
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true })

/**
 * Opens the real console in real Electron and drives it over the browser's own debugging port.
 * (Playwright's Electron launcher needs a hook in the runtime's default app and, without it,
 * sometimes misses the first window.)
 */
export async function openConsole({
  data,
  hub,
  language = 'en',
  more = [],
  env = {},
}: ConsoleOptions): Promise<RunningConsole> {
  const launchedAt = Date.now()
  const place = hub ? ['--hub', hub] : ['--http-port', '0', '--dc09-port', '0']
  // Chromium refuses its sandbox to root, which is who runs tests in a container; the product never
  // passes this.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // Give the desk working sound even on a machine without a sound card: what it plays is discarded.
  const quiet = { NAVBATCHI_SOUND_FILE: devNull }
  const child = spawnOwned(
    process.env.NAVBATCHI_ELECTRON ?? electronExecutable(),
    [
      ...sandbox,
      '--remote-debugging-port=0',
      '.',
      '--data',
      data,
      '--language',
      language,
      ...place,
      ...more,
    ],
    { cwd: root, env: { ...process.env, ...quiet, ...env } },
  )
  try {
    const said = saidBy(child)
    const ready = JSON.parse(await said.stdout(/^\{"ready".*$/m)) as Ready
    const [, address = ''] = (await said.stderr(/DevTools listening on (ws:\S+)/)).split(' on ')
    const pages = async () => {
      const browser = await chromium.connectOverCDP(address)
      return browser.contexts().flatMap((context) => context.pages())
    }
    const [page] = await pages()
    if (!page) throw new Error('The console is ready but has no window')
    return { ready, page, launchedAt, process: child, pages, close: () => end(child) }
  } catch (error) {
    await end(child)
    throw error
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
const descendantsOf = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])

/** The processes that draw windows (Linux). */
export const windowProcesses = ({
  process: { pid = 0 },
}: Pick<RunningConsole, 'process'>): number[] =>
  descendantsOf(pid).filter((child) =>
    readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--type=renderer'),
  )
