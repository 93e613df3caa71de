import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../shared/demo/random'
import type { Place } from '../../shared/geo/place'
import type { Site } from '../../shared/sites/site'
import { createFleet } from './fleet'
import { startPace, takeDue } from './pacing'
import type { Report } from './panel'
import type { PanelLineOptions } from './panel-line'
import { openPanelLines } from './panel-lines'
import type { Run } from './run'

export interface PanelsOptions {
  readonly receiver: PanelLineOptions
  readonly sites: readonly Site[]
  readonly posts: readonly Place[]
  readonly seed: number
  readonly rate: number
  readonly polls: number
  readonly alarmShare: number
  readonly connections: number
}

/**
 * Longest time between two looks at the clock, ms: short enough that a hundred signals a second
 * come one by one.
 */
const tick = 5
/**
 * The first alarms come so long after the start, ms: at once, but when the cars have said where
 * they are; then a calm pace.
 */
const openings = [1_200, 5_000, 11_000, 19_000]
/** What is on its way at the end has this long to be acknowledged, ms. */
const patience = 5_000
/**
 * With this many waiting the receiver is away or overrun, and no panel says anything new. This
 * bounds our memory.
 */
const mostWaiting = 20_000

export async function runPanels(options: PanelsOptions, { stop, tally }: Run): Promise<void> {
  const { sites, posts, alarmShare, seed, receiver, connections } = options
  // Minutes later the numbers differ, see runningPanel.
  const firstSequence = Math.floor(Date.now() / 1000) % 9999
  const fleet = createFleet({ sites, posts, alarmShare, firstSequence }, seededRandom(seed))
  const lines = openPanelLines({ ...receiver, connections }, tally)
  const send = (report: Report) => {
    if (report.what === 'poll') tally.polls++
    else tally.sent++
    if (report.what === 'alarm') tally.alarms++
    lines.send(report)
  }
  const started = Date.now()
  let signals = startPace(options.rate, started)
  let polls = startPace(options.polls, started)
  const scenes = options.rate === 0 ? [] : [...openings]
  while (!stop.aborted) {
    const now = Date.now()
    const signalsDue = takeDue(signals, now)
    const pollsDue = takeDue(polls, now)
    signals = signalsDue.pace
    polls = pollsDue.pace
    if (lines.outstanding() < mostWaiting) {
      if (now - started >= (scenes[0] ?? Infinity)) {
        scenes.shift()
        send(fleet.opening(now))
      }
      for (let left = signalsDue.due; left > 0; left--) send(fleet.next(now))
      for (let left = pollsDue.due; left > 0; left--) send(fleet.poll())
    }
    await sleep(tick, undefined, { signal: stop }).catch(() => undefined)
  }
  await lines.finish(patience)
}
