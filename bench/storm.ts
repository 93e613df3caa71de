import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import {
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
} from '../scripts/drive/console'
import { demoRegion } from '../shared/demo/demo-region'
import { panelFrame } from './background-signals'
import { marksOf } from './console-under-test'
import { figuresOf, ratio } from './figures'
import { echoFloor } from './floor'
import { createHubClient } from './hub-client'
import { createLastingLine } from './lasting-line'
import { createPacedLines } from './paced-lines'
import { Unfinished } from './unfinished'

const alarms = Number(process.env.NAVBATCHI_STORM_ALARMS ?? 10_000)
const perSecond = Number(process.env.NAVBATCHI_STORM_RATE ?? 1_000)
/**
 * Each account sends twice, in order: a burglary and then a tamper, which are two alarms, and
 * neither as grave as a hold-up.
 */
const rounds = ['NBA01', 'NTA02'] as const
/** Work left over from the start is done after this time, ms. */
const rest = 15_000
const patience = 120_000
const keyPatience = 10_000
/** Interval between checks that the window responds, ms. */
const askEvery = 250

const now = () => performance.timeOrigin + performance.now()

/**
 * Asks the page again and again until `until` is aborted: ms from each question to its answer.
 * Collects the rows painted meanwhile, since the window keeps only its newest marks.
 */
async function askForLife(page: Page, until: AbortSignal) {
  const taken: number[] = []
  const rows = new Map<string, number>()
  while (!until.aborted) {
    const asked = performance.now()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(0))))
    taken.push(performance.now() - asked)
    for (const [id, at] of await marksOf(page, 'alarm-row-painted')) rows.set(id, at)
    await sleep(askEvery)
  }
  return { taken, rows }
}

/** Alarms nobody has taken, as the top bar shows them. */
const shownOn = async (page: Page): Promise<number> => {
  const counts = await page.locator('.unanswered__count strong').allInnerTexts()
  return counts.reduce((sum, text) => sum + Number(text), 0)
}

async function untilShown(page: Page, count: number): Promise<number> {
  const deadline = performance.now() + patience
  let shown = await shownOn(page)
  while (shown < count && performance.now() < deadline) {
    await sleep(200)
    shown = await shownOn(page)
  }
  return shown
}

/**
 * Whether a key still works, and how soon: Home selects the first row of the queue. Timed inside
 * the window, from the system's key event to the frame that shows the row as selected, so this
 * benchmark's own questions are not counted.
 */
async function keyWorks(page: Page): Promise<{ readonly works: boolean; readonly ms: number }> {
  await page.evaluate(watchHome)
  await page.keyboard.press('Shift+Home')
  const ms = await Promise.race([page.evaluate<number>('homePainted'), sleep(keyPatience)])
  return { works: ms !== undefined, ms: Math.round(ms ?? keyPatience) }
}

/** Text, since it runs in the window: `homePainted` resolves with the ms it took. */
const watchHome = `
  window.homePainted = new Promise((painted) => {
    const look = (pressed) => requestAnimationFrame(() => {
      if (!document.querySelector('.queue-row[aria-selected="true"]')) return look(pressed)
      const channel = new MessageChannel()
      channel.port1.onmessage = () => painted(performance.now() - pressed)
      channel.port2.postMessage(null)
    })
    const press = ({ timeStamp }) => look(timeStamp)
    window.addEventListener('keydown', press, { capture: true, once: true })
  })
  undefined
`

/**
 * With NAVBATCHI_BENCH_PROFILE=FILE, the processor profile of the window during the storm is
 * written there.
 */
async function profiling(page: Page): Promise<(() => Promise<void>) | null> {
  const file = process.env.NAVBATCHI_BENCH_PROFILE
  if (file === undefined) return null
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
  return async () =>
    writeFileSync(file, JSON.stringify((await session.send('Profiler.stop')).profile))
}

async function measure(console: RunningConsole, figures: Record<string, unknown>): Promise<void> {
  const { page, ready } = console
  const hub = await createHubClient(ready.http)
  await sleep(rest)
  const before = await shownOn(page)
  const sites = demoRegion().sites.slice(0, Math.ceil(alarms / rounds.length))
  const heldUp = demoRegion().sites[sites.length]
  if (!heldUp) throw new Error('There are too few sites')
  const lines = await createPacedLines(ready.dc09.tcp, 50)
  const own = createLastingLine(ready.dc09.tcp)
  const stop = new AbortController()
  const answers = askForLife(page, stop.signal)
  // Awaited below; a window that dies meanwhile must not end the benchmark silently.
  answers.catch(() => {})
  const profile = await profiling(page)
  const begun = performance.now()
  let heldUpAt = 0
  let holdUpAcknowledged = Promise.resolve(Number.NaN)
  await lines.atPace(alarms, perSecond, (n) => {
    if (n === Math.floor(alarms / 2)) {
      heldUpAt = now()
      holdUpAcknowledged = own
        .send(panelFrame(heldUp.account, 'NHA01', 0))
        .then(() => now() - heldUpAt)
    }
    const site = sites[n % sites.length]
    const round = Math.floor(n / sites.length)
    if (site)
      lines.send(n % sites.length, panelFrame(site.account, rounds[round] ?? 'NBA01', round))
  })
  figures.sentInSeconds = Math.round(performance.now() - begun) / 1_000
  figures.acknowledged = await lines.settled(patience)
  figures.acknowledgedInSeconds = Math.round(performance.now() - begun) / 1_000
  const journal = await hub.raisedInOrder(new Set(sites.map(({ id }) => id)))
  const wanted = before + journal.total + 1
  const shown = await untilShown(page, wanted)
  figures.shownInSeconds = Math.round(performance.now() - begun) / 1_000
  Object.assign(figures, {
    inHub: journal.total,
    outOfOrder: journal.outOfOrder,
    shown: shown - before - 1,
  })
  stop.abort()
  const { taken, rows } = await answers
  figures.answers = figuresOf(taken)
  const mark = rows.get((await hub.alarmRaisedAt(heldUp.id)) ?? '')
  figures.holdUpMs = mark === undefined ? null : Math.round((mark - heldUpAt) * 10) / 10
  figures.holdUpAcknowledgedMs = Math.round((await holdUpAcknowledged) * 10) / 10
  own.close()
  figures.keyAfter = await keyWorks(page)
  figures.stopped = await page.locator('.failed-panel, .state-slot--lost').count()
  await profile?.()
}

/**
 * Sends 10,000 alarms at 1,000 a second over DC-09, each account's in order, and half-way a hold-up
 * of another account. Measures what of them the window shows, when it shows the hold-up, and
 * whether it responds during and after the storm. 19,250 sites.
 */
export async function benchStorm(): Promise<unknown> {
  const data = newDataFolder()
  const figures: Record<string, unknown> = { bench: 'storm', unit: 'ms', alarms, perSecond }
  const console = await openConsole({ data })
  try {
    await measure(console, figures)
    await console.close()
    const floor = await echoFloor(60, 50)
    const holdUp = figures.holdUpMs
    return {
      ...figures,
      sites: demoRegion().sites.length,
      floor,
      ratioHoldUp: typeof holdUp === 'number' ? ratio(holdUp, floor.p50) : null,
      goals: { inHub: alarms, shown: alarms, outOfOrder: 0, holdUpMs: 250 },
    }
  } catch (error) {
    throw new Unfinished(figures, error)
  } finally {
    await console.close()
    removeFolder(data)
  }
}
