import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openConsole, type RunningConsole } from '../scripts/drive/console'
import { marksOf } from './console-under-test'
import { figuresOf, ratio } from './figures'
import { emptyWindowStart } from './floor'
import { processorTime } from './processor-time'

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

/** What the window's own objects take, MB, after everything that can be freed is freed. */
async function heapOf({ page }: RunningConsole): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 2 ** 20
}

/**
 * From launching the program to the usable alarm list and to all sites drawn, against an
 * empty Electron window launched in turn with it. The data directory exists already: this is the
 * start of a shift, not of an installation.
 */
export async function benchStart(sites?: number): Promise<unknown> {
  const more = sites === undefined ? [] : ['--demo-sites', String(sites)]
  const data = mkdtempSync(join(tmpdir(), 'navbatchi-bench-'))
  try {
    const first = await openConsole({ data, more })
    const firstRun = await milestone(first, 'sites-drawn')
    await first.close()
    const empty: number[] = []
    const list: number[] = []
    const drawn: number[] = []
    const heap: number[] = []
    const processor: { empty: number[]; drawn: number[] } = { empty: [], drawn: [] }
    for (let round = 0; round < rounds; round += 1) {
      const floor = await emptyWindowStart()
      empty.push(floor.passed)
      processor.empty.push(floor.processor)
      const console = await openConsole({ data, more })
      list.push(await milestone(console, 'list-usable'))
      drawn.push(await milestone(console, 'sites-drawn'))
      processor.drawn.push(processorTime(console.process.pid ?? 0))
      heap.push(await heapOf(console))
      await console.close()
    }
    const floor = figuresOf(empty).p50
    return {
      bench: 'start',
      unit: 'ms',
      sites: sites ?? 'as the demo has',
      rounds,
      firstRunWithDemoRegion: Math.round(firstRun),
      emptyWindow: figuresOf(empty),
      usableList: figuresOf(list),
      allSitesDrawn: figuresOf(drawn),
      windowHeapMB: figuresOf(heap),
      processorEmptyWindow: figuresOf(processor.empty),
      processorAllSitesDrawn: figuresOf(processor.drawn),
      ratioUsableList: ratio(figuresOf(list).p50, floor),
      ratioAllSitesDrawn: ratio(figuresOf(drawn).p50, floor),
      goals: { ratioUsableList: 2, ratioAllSitesDrawn: 3 },
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
