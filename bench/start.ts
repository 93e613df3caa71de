import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openConsole, type RunningConsole } from '../scripts/drive/console'
import { marksOf } from './console-under-test'
import { figuresOf, ratio } from './figures'
import { emptyWindowStart } from './floor'

const rounds = 5
const timeout = 60_000

/** ms from launch to a milestone of the window; waits until it is there. */
async function milestone(console: RunningConsole, name: string): Promise<number> {
  const deadline = Date.now() + timeout
  while (Date.now() < deadline) {
    const [at] = (await marksOf(console.page, name)).values()
    if (at !== undefined) return at - console.launchedAt
    await sleep(50)
  }
  throw new Error(`The console never reached "${name}"`)
}

/**
 * From launching the program to the usable alarm list and to all 19,250 sites drawn, against an
 * empty Electron window launched in turn with it. The data directory exists already: this is the
 * start of a shift, not of an installation.
 */
export async function benchStart(): Promise<unknown> {
  const data = mkdtempSync(join(tmpdir(), 'navbatchi-bench-'))
  try {
    const first = await openConsole({ data })
    const firstRun = await milestone(first, 'sites-drawn')
    await first.close()
    const empty: number[] = []
    const list: number[] = []
    const sites: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      empty.push(await emptyWindowStart())
      const console = await openConsole({ data })
      list.push(await milestone(console, 'list-usable'))
      sites.push(await milestone(console, 'sites-drawn'))
      await console.close()
    }
    const floor = figuresOf(empty).p50
    return {
      bench: 'start',
      unit: 'ms',
      rounds,
      firstRunWithDemoRegion: Math.round(firstRun),
      emptyWindow: figuresOf(empty),
      usableList: figuresOf(list),
      allSitesDrawn: figuresOf(sites),
      ratioUsableList: ratio(figuresOf(list).p50, floor),
      ratioAllSitesDrawn: ratio(figuresOf(sites).p50, floor),
      goals: { ratioUsableList: 2, ratioAllSitesDrawn: 3 },
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
