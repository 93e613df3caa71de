import { demoRegion } from '../../shared/demo/demo-region'
import { seededRandom, shuffled } from '../../shared/demo/random'
import type { SimulationOptions } from './options'
import type { Run } from './run'
import { runCars } from './run-cars'
import { runPanels } from './run-panels'
import { newTally, progressLine, type SimulationReport } from './tally'

export interface SimulationControls {
  /** Ends the run before its time. */
  readonly stop: AbortSignal
  readonly log: (line: string) => void
  readonly password: string
}

/** Time between two progress lines, ms. */
const progressEvery = 10_000
/** As many teams as a demo hub registers by itself. */
const demoTeams = 48

/**
 * Lets the demo's panels and cars talk to a hub over the wire until the time is up or `stop` is
 * aborted. The region is always the hub's own (its seed is fixed); the options' seed decides what
 * happens in it.
 */
export async function simulate(
  options: SimulationOptions,
  controls: SimulationControls,
): Promise<SimulationReport> {
  const { dc09, http, seconds, seed } = options
  const region = demoRegion({ teams: Math.max(options.teams, demoTeams) })
  const teams = region.teams.slice(0, options.teams)
  const sites =
    options.sites === null
      ? region.sites
      : shuffled(seededRandom(seed), region.sites).slice(0, options.sites)
  const end = new AbortController()
  const ends = seconds === null ? undefined : setTimeout(() => end.abort(), seconds * 1000)
  const tally = newTally()
  const started = Date.now()
  const elapsed = () => (Date.now() - started) / 1000
  const progress = setInterval(() => controls.log(progressLine(tally, elapsed())), progressEvery)
  const run: Run = { stop: AbortSignal.any([controls.stop, end.signal]), tally, log: controls.log }
  try {
    const posts = teams.map(({ postLocation }) => postLocation)
    const parts: Promise<void>[] = []
    if (dc09 !== null) parts.push(runPanels({ ...options, receiver: dc09, sites, posts }, run))
    if (http !== null) {
      const credentials = { username: 'demo-fleet', password: controls.password }
      parts.push(runCars({ http, teams, carSpeed: options.carSpeed, seed, credentials }, run))
    }
    await Promise.all(parts)
    return { ...tally, seconds: Math.round(elapsed() * 10) / 10 }
  } finally {
    // When one part fails the other ends with it.
    end.abort()
    clearTimeout(ends)
    clearInterval(progress)
  }
}
