import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openConsole, type RunningConsole } from '../scripts/drive/console'
import { demoRegion } from '../shared/demo/demo-region'
import type { Site } from '../shared/sites/site'
import { panelFrame, sendBackground } from './background-signals'
import { marksOf, simulate } from './console-under-test'
import { figuresOf, ratio } from './figures'
import { echoFloor } from './floor'
import { createHubClient, type HubClient } from './hub-client'
import { createLastingLine } from './lasting-line'
import { Unfinished } from './unfinished'

/** Measured alarms per level: enough for a p99 that is not the maximum. */
const probes = 120
/**
 * Pause between probes, ms. Probes are also acknowledged and closed, so that the list stays as an
 * officer would keep it.
 */
const pause = 250
/**
 * Probes open at once. An alarm stays open for this many pauses, so that a slow symbol is counted,
 * not lost.
 */
const keptOpen = 9
const teams = 300

interface Level {
  readonly rate: number
  readonly cold: boolean
}
const warm = (rate: number): Level => ({ rate, cold: false })
const levels = [warm(0), warm(10), warm(100)]
/** Levels for a unit of another size: how it bears the load at once and after a while. */
const levelsOfSize = [{ rate: 100, cold: true }, warm(0), warm(100)]

const now = () => performance.timeOrigin + performance.now()

interface Sent {
  readonly site: Site
  readonly at: number
}

/** Sends one hold-up per site over one connection; each is closed once it has been seen. */
async function sendProbes(console: RunningConsole, hub: HubClient, sites: readonly Site[]) {
  const line = createLastingLine(console.ready.dc09.tcp)
  const sent: Sent[] = []
  for (const [index, site] of sites.entries()) {
    const at = now()
    const acknowledged = line.send(panelFrame(site.account, 'NHA01', index))
    sent.push({ site, at })
    await acknowledged
    await sleep(pause)
    const previous = sent.at(-keptOpen)
    if (previous) await closeAlarm(hub, previous.site)
  }
  await sleep(1_500)
  for (const { site } of sent.slice(1 - keptOpen)) await closeAlarm(hub, site)
  line.close()
  return { sent, lost: line.lost() }
}

async function closeAlarm(hub: HubClient, site: Site): Promise<void> {
  const alarmId = await hub.alarmRaisedAt(site.id)
  if (alarmId === undefined) return
  const incidentId = randomUUID()
  await hub.command({ type: 'acknowledge-alarm', alarmId, incidentId })
  await hub.command({
    type: 'close-incident',
    incidentId,
    disposition: 'test',
    remark: 'benchmark',
  })
}

interface UnderTest {
  readonly console: RunningConsole
  readonly hub: HubClient
  /** Sites that send the background signals. */
  readonly crowd: readonly Site[]
}

async function measureLevel(
  { console, hub, crowd }: UnderTest,
  { rate, cold }: Level,
  sites: readonly Site[],
) {
  const stop = new AbortController()
  const background =
    rate > 0 ? sendBackground(console.ready.dc09.tcp, crowd, rate, stop.signal) : Promise.resolve(0)
  await sleep(2_000)
  const { sent, lost } = await sendProbes(console, hub, sites)
  stop.abort()
  const [rows, symbols, acknowledged] = [
    await marksOf(console.page, 'alarm-row-painted'),
    await marksOf(console.page, 'alarm-symbol-painted'),
    await background,
  ]
  const taken = async (marks: Map<string, number>) => {
    const list: number[] = []
    for (const { site, at } of sent) {
      const mark = marks.get((await hub.alarmRaisedAt(site.id)) ?? '')
      if (mark !== undefined) list.push(mark - at)
    }
    return figuresOf(list)
  }
  return {
    signalsPerSecond: rate,
    cold,
    background: acknowledged,
    sent: sent.length,
    lostReplies: lost,
    row: await taken(rows),
    symbol: await taken(symbols),
  }
}

/**
 * Measures from the moment a frame is written to the hub's socket to the frame of the screen that
 * shows its row and its symbol on the map. Meanwhile 300 teams report each second, and other
 * signals form a background. There are as many sites as the demo has, or as requested; the latter
 * is also measured cold.
 */
export async function benchAlarmToScreen(size?: number): Promise<unknown> {
  const data = mkdtempSync(join(tmpdir(), 'navbatchi-bench-'))
  const region = demoRegion(size === undefined ? {} : { sites: size })
  const more = ['--demo-teams', String(teams), '--demo-sites', String(region.sites.length)]
  // The cold measurement covers the start of a shift, not the founding of a unit.
  if (size !== undefined) await (await openConsole({ data, more })).close()
  const console = await openConsole({ data, more })
  const cars = simulate([
    '--dc09',
    `127.0.0.1:${console.ready.dc09.tcp}`,
    '--http',
    console.ready.http,
    '--rate',
    '0',
    '--teams',
    String(teams),
  ])
  const measured: Awaited<ReturnType<typeof measureLevel>>[] = []
  try {
    const hub = await createHubClient(console.ready.http)
    const underTest = { console, hub, crowd: region.sites.slice(0, 2_000) }
    const sites = region.sites.slice(4_000)
    let warmedUp = false
    for (const [index, level] of (size === undefined ? levels : levelsOfSize).entries()) {
      if (!level.cold && !warmedUp) await sleep(15_000)
      warmedUp = !level.cold
      const probed = sites.slice(index * probes, (index + 1) * probes)
      measured.push(await measureLevel(underTest, level, probed))
    }
    await console.close()
    const floor = await echoFloor(probes, 50)
    return {
      bench: 'alarm-to-screen',
      unit: 'ms',
      sites: region.sites.length,
      teams,
      floor,
      levels: measured.map((level) => ({
        ...level,
        ratioRowP50: ratio(level.row.p50, floor.p50),
        ratioRowP99: ratio(level.row.p99, floor.p99),
        ratioSymbolP99: ratio(level.symbol.p99, floor.p99),
      })),
      goals: { p99: 100, ratioP99: 3 },
    }
  } catch (error) {
    throw new Unfinished({ bench: 'alarm-to-screen', unit: 'ms', levels: measured }, error)
  } finally {
    cars.kill('SIGTERM')
    await console.close()
    rmSync(data, { recursive: true, force: true })
  }
}
