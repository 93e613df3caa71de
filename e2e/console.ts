import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable } from '../scripts/setup/electron-runtime.mjs'

/** What the console prints once its window shows the room. */
export interface Ready {
  readonly http: string
  readonly dc09: { readonly tcp: number }
  readonly data: string
}

export interface RunningConsole {
  readonly app: ElectronApplication
  readonly page: Page
  readonly ready: Ready
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..')
/** First start on a slow machine: the demo region is generated and stored, and software draws the map. */
const startTimeout = 90_000

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'navbatchi-e2e-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Opens a real console in real Electron on free ports; with `hub` it connects there instead of starting its own. */
export async function openConsole(options: {
  readonly data: string
  readonly hub?: string
  readonly env?: Record<string, string>
}): Promise<RunningConsole> {
  const ports = options.hub ? ['--hub', options.hub] : ['--http-port', '0', '--dc09-port', '0']
  const app = await _electron.launch({
    executablePath: process.env.NAVBATCHI_ELECTRON ?? electronExecutable(),
    cwd: root,
    // Chromium refuses its sandbox to root, which is who runs tests in a container; the product never passes this.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '.',
      '--data',
      options.data,
      '--language',
      'en',
      ...ports,
    ],
    env: { ...(process.env as Record<string, string>), ...options.env },
    timeout: startTimeout,
  })
  const ready = await readyLine(app)
  const page = await app.firstWindow()
  return { app, page, ready, close: () => app.close() }
}

/** The one JSON line on stdout; rejects with what was said instead when the console ends or fails first. */
function readyLine(app: ElectronApplication): Promise<Ready> {
  const child = app.process()
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(
      () => reject(new Error(`The console was not ready in time. It said: ${said}`)),
      startTimeout,
    )
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const line of said.split('\n')) {
        if (!line.startsWith('{')) continue
        const message = JSON.parse(line) as Ready & { ready?: boolean; failed?: string }
        if (message.failed) reject(new Error(message.failed))
        if (!message.ready) continue
        clearTimeout(timer)
        resolve(message)
        return
      }
    })
    child.once('exit', (code) => reject(new Error(`The console ended with ${code}. It said: ${said}`)))
  })
}
