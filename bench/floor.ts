import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Server } from 'socket.io'
import { spawnOwned } from '../scripts/launch/owned.mjs'
import { electronExecutable } from '../scripts/setup/electron-runtime.mjs'
import { type Figures, figuresOf } from './figures'
import { type LineReader, linesOf } from './lines'
import { processorTime } from './processor-time'

const app = join(import.meta.dirname, 'floor-app')
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const timeout = 60_000

interface Painted {
  readonly first?: number
  readonly connected?: boolean
  readonly id?: number
  readonly at?: number
}

function launch(args: readonly string[]): {
  readonly child: ChildProcess
  readonly lines: LineReader<Painted>
} {
  const child = spawnOwned(electronExecutable(), [...sandbox, app, ...args], {
    cwd: app,
    stdio: ['pipe', 'ignore'],
  })
  return { child, lines: linesOf<Painted>(child) }
}

/**
 * From starting an empty Electron window to its first painted frame: how long it takes, and how
 * much of processors, ms.
 */
export async function emptyWindowStart(): Promise<{
  readonly passed: number
  readonly processor: number
}> {
  const started = Date.now()
  const { child, lines } = launch([])
  try {
    const painted = await lines.next((line) => line.first !== undefined, timeout)
    const processor = processorTime(child.pid ?? 0)
    return { passed: (painted.first ?? Number.NaN) - started, processor }
  } finally {
    child.kill('SIGTERM')
  }
}

/** Milliseconds from emitting on a bare socket.io server to the frame that shows it. */
export async function echoFloor(count: number, pause: number): Promise<Figures> {
  const http = createServer()
  const server = new Server(http, { transports: ['websocket'] })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const { child, lines } = launch([`http://127.0.0.1:${port}`])
  try {
    await lines.next((line) => line.connected === true, timeout)
    await sleep(1_000)
    const taken: number[] = []
    for (let id = 0; id < count; id += 1) {
      const sent = performance.timeOrigin + performance.now()
      server.emit('echo', id)
      const painted = await lines.next((line) => line.id === id, timeout)
      taken.push((painted.at ?? Number.NaN) - sent)
      await sleep(pause)
    }
    return figuresOf(taken)
  } finally {
    child.kill('SIGTERM')
    await server.close()
  }
}
