import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { hubProgram } from '../../shared/testing/hub-program'

/**
 * A hub as an installer starts it: its own process, with only a command line and an environment.
 */
export interface HubProcess {
  readonly http: string
  /** DC-09 by TCP and by UDP. */
  readonly port: number
  readonly receivers: Readonly<Record<string, number>>
  /** Ends it as a service manager does; resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

export interface HubProcessOptions {
  readonly data: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Gets everything it writes to stderr. */
  readonly log: (text: string) => void
}

interface Ready {
  readonly http: string
  readonly dc09: { readonly tcp: number }
  readonly receivers: Readonly<Record<string, number>>
}

/** Starts a hub on free ports. Rejects with its output when it ends before it is ready. */
export async function startHubProcess({
  data,
  args = [],
  env = {},
  log,
}: HubProcessOptions): Promise<HubProcess> {
  const command = [hubProgram(), '--data', data, '--http-port', '0', '--dc09-port', '0', ...args]
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnv(), ...env },
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
    log(text.toString())
  })
  const line = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const ended = once(child, 'exit').then(() => null)
  const first = await Promise.race([line, ended])
  if (first === null) throw new Error(`The hub ended before it was ready: ${said}`)
  const { http, dc09, receivers } = JSON.parse(first[0]) as Ready
  return {
    http,
    port: dc09.tcp,
    receivers,
    stop: () => end(child, 'SIGTERM'),
    async kill() {
      await end(child, 'SIGKILL')
    },
  }
}

/** The environment without what the person who runs the tests may have set for a hub of theirs. */
const plainEnv = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NAVBATCHI_')))

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit') as Promise<[number | null]>
  child.kill(signal)
  return (await exited)[0]
}
