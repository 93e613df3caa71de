import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { end, start } from './programs'

export interface RunningHub {
  readonly http: string
  readonly dc09Port: number
  readonly process: ChildProcess
  stop(): Promise<void>
}

/**
 * Starts the hub alone, as `npm run hub` does, with the demo region; resolves when it says that it
 * is ready.
 */
export async function startHub(data: string, httpPort = 0): Promise<RunningHub> {
  const child = start('hub/main.ts', [
    '--data',
    data,
    '--http-port',
    String(httpPort),
    '--dc09-port',
    '0',
    '--demo',
  ])
  if (!child.stdout) throw new Error('The hub was started without a stdout pipe')
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { ready: boolean; http: string; dc09: { tcp: number } }
    return { http: said.http, dc09Port: said.dc09.tcp, process: child, stop: () => end(child) }
  }
  throw new Error('The hub ended before it was ready')
}

/** The password every demo user of a demo hub has. */
export const demoPassword = process.env.NAVBATCHI_DEMO_PASSWORD ?? 'navbatchi-demo'
