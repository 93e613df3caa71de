import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { frameOf, type Report } from './panel'
import { connectPanelLine, type PanelLine, type PanelLineOptions, replyTimeout } from './panel-line'
import type { Tally } from './tally'

export interface PanelLines {
  send(report: Report): void
  /** Reports not yet acknowledged nor given up. */
  outstanding(): number
  /**
   * Waits until all is settled, at most so long (ms), then hangs up; what is left counts as
   * unacknowledged.
   */
  finish(timeout: number): Promise<void>
}

export interface PanelLinesOptions extends PanelLineOptions {
  readonly connections: number
  /** Time to wait for the reply to each attempt, ms. */
  readonly timeout?: number
}

/** The first and three more. */
const attempts = 4
/**
 * A receiver that is away is tried again after this long at first and at most, ms: soon, but no
 * storm.
 */
const retryAfter = { first: 100, most: 3_000 }

/** Opens the connections when there is something to send, and again whenever one is lost. */
export function openPanelLines(options: PanelLinesOptions, tally: Tally): PanelLines {
  const stop = new AbortController()
  // Every connection listens, and once more while it waits to connect again: that is no leak.
  setMaxListeners(0, stop.signal)
  const lines = Array.from({ length: options.connections }, () =>
    startLine(options, tally, stop.signal),
  )
  const outstanding = () => lines.reduce((sum, line) => sum + line.outstanding(), 0)
  return {
    send: (report) => lines[Number.parseInt(report.account, 16) % lines.length]?.push(report),
    outstanding,
    finish: async (timeout) => {
      const end = Date.now() + timeout
      while (outstanding() > 0 && Date.now() < end) await sleep(10)
      stop.abort()
      await Promise.all(lines.map((line) => line.ended))
    },
  }
}

function startLine(options: PanelLinesOptions, tally: Tally, stop: AbortSignal) {
  const queue: Report[] = []
  let wake: () => void = () => undefined
  let busy = false
  let line: PanelLine | null = null
  stop.addEventListener('abort', () => {
    line?.close()
    wake()
  })

  const connected = async (): Promise<PanelLine | null> => {
    for (let wait = retryAfter.first; !stop.aborted; wait = Math.min(wait * 2, retryAfter.most)) {
      if (line !== null) return line
      try {
        const fresh = await connectPanelLine(options)
        line = fresh
        void fresh.closed.then(() => {
          if (line === fresh) line = null
        })
      } catch {
        await sleep(wait, undefined, { signal: stop }).catch(() => undefined)
      }
    }
    line?.close()
    return null
  }

  const deliver = async (report: Report): Promise<boolean> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const open = await connected()
      if (open === null) return false
      if (attempt > 0) tally.resends++
      try {
        const reply = await open.send(frameOf(report, Date.now()), options.timeout ?? replyTimeout)
        if (reply.token === 'ACK') return true
        // The refusal is final: repeating the frame would change nothing.
        if (reply.token === 'DUH') return false
        // A NAK asks for another time of day, and each attempt has its own; at a pace that is no
        // storm.
        await sleep(retryAfter.most, undefined, { signal: stop }).catch(() => undefined)
      } catch {
        // No reply, or the line was lost: the next attempt is the answer to both.
      }
    }
    return false
  }

  const work = async () => {
    while (!stop.aborted) {
      const report = queue.shift()
      if (report === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      busy = true
      settle(tally, report, await deliver(report))
      busy = false
    }
    line?.close()
    for (const report of queue.splice(0)) settle(tally, report, false)
  }

  return {
    push: (report: Report) => {
      queue.push(report)
      wake()
    },
    outstanding: () => queue.length + (busy ? 1 : 0),
    ended: work(),
  }
}

function settle(tally: Tally, report: Report, acknowledged: boolean): void {
  if (report.what === 'poll') {
    if (!acknowledged) tally.unacknowledgedPolls++
  } else if (acknowledged) tally.acknowledged++
  else tally.unacknowledged++
}
