import { setTimeout as sleep } from 'node:timers/promises'
import { encodeFrame } from '../shared/dc09/encode'
import type { Site } from '../shared/sites/site'
import { createLastingLine } from './lasting-line'

/**
 * Signals of a busy evening, in turn: openings and closings, power failures and restorals, and some
 * burglaries. None has priority 1: that is left to the measured probes, because the queue shows
 * graver alarms first.
 */
const events = [
  'NOP01',
  'NCL01',
  'NOP02',
  'NCL02',
  'NAT00',
  'NAR00',
  'NBA01',
  'NBR01',
  'NCL03',
  'NOP03',
]

/**
 * Sends `rate` signals a second over eight connections until `until` is aborted; returns how many
 * were acknowledged.
 */
export async function sendBackground(
  port: number,
  sites: readonly Site[],
  rate: number,
  until: AbortSignal,
): Promise<number> {
  const lines = Array.from({ length: 8 }, () => createLastingLine(port))
  const started = performance.now()
  let sent = 0
  let acknowledged = 0
  while (!until.aborted) {
    const due = Math.floor(((performance.now() - started) / 1000) * rate)
    for (; sent < due; sent += 1) {
      const site = sites[(sent * 7) % sites.length]
      const line = lines[sent % lines.length]
      if (!site || !line) continue
      const frame = panelFrame(
        site.account,
        events[Math.floor(sent / 10) % events.length] ?? 'NOP01',
        sent,
      )
      void line.send(frame).then((replied) => {
        if (replied) acknowledged += 1
      })
    }
    await sleep(5)
  }
  await sleep(500)
  for (const line of lines) line.close()
  return acknowledged
}

/** A SIA-DCS frame such as a panel sends; `event` like `NBA01`. */
export const panelFrame = (account: string, event: string, sequence: number): Uint8Array =>
  encodeFrame({
    token: 'SIA-DCS',
    sequence: String((sequence % 9999) + 1).padStart(4, '0'),
    receiver: null,
    prefix: '0',
    account,
    data: `#${account}|${event}`,
  })
