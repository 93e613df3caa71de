import { setTimeout as sleep } from 'node:timers/promises'
import { ratio } from './figures'
import { accounts } from './ingest/frames'
import { preparePanels, startHub } from './ingest/processes'

const signals = 1_000_000
/** Enough to keep the hub busy; ACK latency is not measured here. */
const connections = 64
/** In one go: the block of frames of a load is some tens of megabytes. */
const atOnce = 250_000
const rest = 5_000

/**
 * Memory of the hub before and after a million signals: after garbage collection (heap and
 * buffers), and as the system counts it (rss). Nobody handles the alarms here, so only a few sites
 * have any: this measures what signals leave behind, not the size of a room with 19,000 open
 * alarms.
 */
export async function benchIngestMemory(): Promise<unknown> {
  const hub = await startHub()
  try {
    await sleep(rest)
    const start = await hub.usage('held')
    const steps = []
    for (let first = 0; first < signals; first += atOnce) {
      const panels = await preparePanels({
        port: hub.port,
        connections,
        mix: 'few-alarms',
        first,
        count: atOnce,
        accounts: accounts.length,
        encrypted: false,
        pace: 'kept',
        warmUp: 0,
        seconds: 600,
      })
      const { acknowledged, perSecond } = await panels.go()
      await sleep(rest)
      steps.push({ acknowledged, perSecond, ...(await hub.usage('held')) })
    }
    const end = steps.at(-1) ?? start
    return {
      bench: 'ingest-memory',
      unit: { heapUsed: 'bytes', external: 'bytes', rss: 'bytes', cpu: 's' },
      signals,
      start,
      steps,
      ratios: { heapUsed: ratio(end.heapUsed, start.heapUsed), rss: ratio(end.rss, start.rss) },
      goals: { heapUsed: 1.2, rss: 1.2 },
    }
  } finally {
    await hub.stop()
    hub.remove()
  }
}
