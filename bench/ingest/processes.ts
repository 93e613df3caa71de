import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linesOf } from '../lines'
import type { Job, LoadResult } from './load'
import type { Usage } from './probe'

const here = import.meta.dirname
const hubProgram = join(here, '../../hub/main.ts')
/** The first start makes the demo region and its users. */
const startTimeout = 60_000

export interface Target {
  readonly port: number
  usage(what: 'usage' | 'held'): Promise<Usage>
  /** Ends the process; the data directory stays until `remove`. */
  stop(): Promise<void>
}
export interface HubTarget extends Target {
  readonly http: string
  readonly data: string
  remove(): void
}

/**
 * Options of Node's own for the hub, e.g. NAVBATCHI_BENCH_NODE="--cpu-prof
 * --cpu-prof-dir=/tmp/profile".
 */
const more = (process.env.NAVBATCHI_BENCH_NODE ?? '').split(' ').filter((option) => option !== '')
const probed = ['--expose-gc', ...more, '--import', 'tsx', '--import', join(here, 'probe.ts')]

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const stop = new AbortController()
  const gone = once(child, 'exit', { signal: stop.signal }).then(([code]) => {
    throw new Error(`A process of the benchmark ended with code ${code}`)
  })
  // It only matters while an answer is awaited.
  gone.catch(() => {})
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [Answer]
  stop.abort()
  return message
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

const usageOf = (child: ChildProcess) => async (what: 'usage' | 'held') => {
  child.send(what)
  return await answerOf<Usage>(child)
}

export interface HubStart {
  /** Left out, the hub as it ships. */
  readonly program?: string
  readonly env?: Readonly<Record<string, string>>
  /** Fills the empty data directory before the hub starts. */
  readonly prepare?: (data: string) => void
}

/** The hub, `npm run hub -- --demo`, on an empty directory of its own. */
export async function startHub({
  program,
  env = {},
  prepare = () => {},
}: HubStart = {}): Promise<HubTarget> {
  const data = mkdtempSync(join(tmpdir(), 'navbatchi-ingest-'))
  prepare(data)
  const path = program === undefined ? hubProgram : join(here, program)
  const child = fork(
    path,
    ['--data', data, '--demo', '--found-anew', '--http-port', '0', '--dc09-port', '0'],
    {
      execArgv: probed,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, ...env, NAVBATCHI_LOG_LEVEL: 'error' },
    },
  )
  const lines = linesOf<{ ready?: boolean; http: string; dc09: { tcp: number } }>(child)
  const { http, dc09 } = await lines.next(({ ready }) => ready === true, startTimeout)
  const remove = () => rmSync(data, { recursive: true, force: true })
  return { port: dc09.tcp, http, data, usage: usageOf(child), stop: () => end(child), remove }
}

export async function startFloor(): Promise<Target> {
  const child = fork(join(here, 'echo-server.ts'), { execArgv: probed })
  const { port } = await answerOf<{ port: number }>(child)
  return { port, usage: usageOf(child), stop: () => end(child) }
}

/** Has panels prepare a job; `go` sends and resolves with what came back. */
export async function preparePanels(job: Job): Promise<{ go(): Promise<LoadResult> }> {
  const child = fork(join(here, 'load.ts'), { execArgv: ['--import', 'tsx'] })
  const ready = answerOf(child)
  child.send(job)
  await ready
  return {
    async go() {
      const result = answerOf<LoadResult>(child)
      child.send('go')
      return await result
    },
  }
}
