import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Info, parse } from 'csv-parse'
import { sitesAsCsv } from '../hub/registry/export-sites'
import { end, root } from '../scripts/drive/programs'
import { spawnOwned } from '../scripts/launch/owned.mjs'
import { connectPanelLine } from '../scripts/simulate/panel-line'
import { demoRegion } from '../shared/demo/demo-region'
import { tableOf } from '../shared/lang/table'
import type { ImportReport } from '../shared/registry/import-report'
import { emptyRoom } from '../shared/room/empty-room'
import type { Site } from '../shared/sites/site'
import type { Session } from '../shared/wire/sessions'
import { panelFrame } from './background-signals'
import { type Figures, figuresOf, ratio } from './figures'
import { linesOf } from './lines'

const rowCount = 20_000
const timeout = 60_000
/**
 * Pause between probes, ms, short enough that a signal falls within each stretch of the hub's work.
 */
const pause = 5
const admin = { username: 'admin', password: randomUUID() }

/** The demo's sites and copies under other accounts: as many as a large unit guards. */
function register(): Site[] {
  const { sites } = demoRegion()
  const more = sites.slice(0, rowCount - sites.length).map((site, at) => {
    const account = (0xf0000 + at).toString(16).toUpperCase()
    return { ...site, id: `site-${account}`, account }
  })
  return [...sites, ...more].slice(0, rowCount)
}

async function asCsv(sites: readonly Site[]): Promise<Buffer> {
  const parts: string[] = []
  for await (const part of sitesAsCsv(
    { ...emptyRoom, sites: tableOf(sites, ({ id }) => id) },
    'semicolon',
  ))
    parts.push(part)
  return Buffer.from(parts.join(''))
}

/** Seconds for the least any import needs: splitting the bytes into cells. */
async function parsingAlone(file: Buffer): Promise<number> {
  const started = performance.now()
  const parser = parse({ delimiter: ';', bom: true, info: true })
  let lines = 0
  parser.end(file)
  for await (const { info } of parser as AsyncIterable<{ readonly info: Info }>) lines = info.lines
  if (lines < rowCount) throw new Error(`Only ${lines} lines were parsed`)
  return (performance.now() - started) / 1_000
}

interface Ready {
  readonly http: string
  readonly dc09: { readonly tcp: number }
}

/**
 * Sends hold-ups one after the other until `until` is aborted; returns ms from each to its
 * acknowledgement.
 */
async function probe(port: number, account: string, until: AbortSignal): Promise<Figures> {
  const line = await connectPanelLine({ host: '127.0.0.1', port })
  const taken: number[] = []
  for (let sequence = 0; !until.aborted; sequence += 1) {
    const sent = performance.now()
    await line.send(panelFrame(account, 'NHA01', sequence), timeout)
    taken.push(performance.now() - sent)
    await sleep(pause)
  }
  line.close()
  return figuresOf(taken)
}

async function during<Result>(
  work: () => Promise<Result>,
  { port, account }: { port: number; account: string },
) {
  const stop = new AbortController()
  const acknowledged = probe(port, account, stop.signal)
  const started = performance.now()
  const result = await work()
  const seconds = (performance.now() - started) / 1_000
  stop.abort()
  return { result, seconds: Math.round(seconds * 100) / 100, acknowledged: await acknowledged }
}

async function session(http: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${http}/v1/sessions`, {
    method: 'POST',
    headers,
    body: JSON.stringify(admin),
  })
  return ((await answer.json()) as Session).token
}

/**
 * Imports 20,000 new sites by POST /v1/sites/import into an empty hub, and then the same file again
 * (all unchanged). A hold-up is sent every few milliseconds meanwhile. The floor is parsing the
 * same bytes and doing nothing with them.
 */
export async function benchImport(): Promise<unknown> {
  const data = mkdtempSync(join(tmpdir(), 'navbatchi-bench-'))
  const sites = register()
  const file = await asCsv(sites)
  const hub = spawnOwned(
    process.execPath,
    ['--import', 'tsx', 'hub/main.ts', '--data', data, '--http-port', '0', '--dc09-port', '0'],
    {
      cwd: root,
      env: { ...process.env, NAVBATCHI_BOOTSTRAP_ADMIN: `${admin.username}:${admin.password}` },
      stdio: ['pipe', 'ignore'],
    },
  )
  try {
    const ready = await linesOf<Ready>(hub).next((line) => line.http !== undefined, timeout)
    const headers = {
      authorization: `Bearer ${await session(ready.http)}`,
      'content-type': 'text/csv',
    }
    const send = async (body: Buffer) => {
      const answer = await fetch(`${ready.http}/v1/sites/import`, {
        method: 'POST',
        headers,
        body: new Uint8Array(body),
      })
      if (!answer.ok) throw new Error(`The import was refused: ${await answer.text()}`)
      return (await answer.json()) as ImportReport
    }
    const [first] = sites
    if (!first) throw new Error('There are no sites')
    await send(await asCsv([first]))
    const target = { port: ready.dc09.tcp, account: first.account }
    const quiet = await during(() => sleep(2_000), target)
    const fresh = await during(() => send(file), target)
    const again = await during(() => send(file), target)
    const floor = await parsingAlone(file)
    return {
      bench: 'import',
      rows: rowCount,
      megabytes: Math.round(file.length / 1024 / 102.4) / 10,
      seconds: fresh.seconds,
      secondsUnchanged: again.seconds,
      floorSeconds: Math.round(floor * 100) / 100,
      ratio: ratio(fresh.seconds, floor),
      recorded: fresh.result.recorded,
      unchanged: again.result.counts.unchanged,
      holdUpAcknowledged: {
        unit: 'ms',
        quiet: quiet.acknowledged,
        importing: fresh.acknowledged,
        unchanged: again.acknowledged,
      },
      goals: { seconds: 10 },
    }
  } finally {
    await end(hub)
    rmSync(data, { recursive: true, force: true })
  }
}
