import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable } from '../scripts/setup/electron-runtime.mjs'
import { linesOf } from './lines'

const root = join(import.meta.dirname, '..')
const startTimeout = 120_000

interface ReadyLine {
  readonly ready?: boolean
  readonly http: string
  readonly dc09: { readonly tcp: number }
}

/** A console as it ships, on an embedded hub with the demo region. */
export interface ConsoleUnderTest {
  readonly page: Page
  readonly http: string
  readonly dc09Port: number
  /** When the launch began, ms since the epoch. */
  readonly launchedAt: number
  close(): Promise<void>
}

export async function launchConsole(data: string, more: readonly string[] = []): Promise<ConsoleUnderTest> {
  const launchedAt = Date.now()
  const app: ElectronApplication = await _electron.launch({
    executablePath: electronExecutable(),
    cwd: root,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '.',
      ...['--data', data, '--http-port', '0', '--dc09-port', '0', '--language', 'en'],
      ...more,
    ],
    timeout: startTimeout,
  })
  const ready = await linesOf<ReadyLine>(app.process()).next((line) => line.ready === true, startTimeout)
  const page = await app.firstWindow()
  return { page, http: ready.http, dc09Port: ready.dc09.tcp, launchedAt, close: () => app.close() }
}

/** Marks of one name left in the window's timeline, by the id they carry: id → ms since the epoch. */
export async function marksOf(page: Page, name: string): Promise<Map<string, number>> {
  const marks = await page.evaluate(
    (wanted) =>
      performance
        .getEntriesByName(wanted, 'mark')
        .map((mark) => [String((mark as PerformanceMark).detail), performance.timeOrigin + mark.startTime] as const),
    name,
  )
  return new Map(marks)
}

/** Starts the simulator as a user would. */
export function simulate(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/simulate/main.ts'), ...args], {
    cwd: root,
    stdio: 'ignore',
  })
}
