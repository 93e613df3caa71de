import { encodeFrame } from '../../shared/dc09/encode'
import {
  type DemoAlarm,
  type DemoMessage,
  type DemoToken,
  demoArming,
  demoPoll,
} from '../../shared/demo/demo-signals'
import { chance, integer, type Random } from '../../shared/demo/random'
import type { Site } from '../../shared/sites/site'

export interface Panel {
  readonly site: Site
  readonly token: DemoToken
  /** Of the last message, 1 to 9999; 0 before the first. */
  readonly sequence: number
  readonly armed: boolean
  /** The alarm it has reported and not yet restored. */
  readonly open: DemoAlarm | null
}

export interface Report {
  readonly what: 'alarm' | 'restoral' | 'arming' | 'poll'
  readonly account: string
  /** Four digits, as on the wire. */
  readonly sequence: string
  readonly message: DemoMessage
}

export interface Said {
  readonly panel: Panel
  readonly report: Report
}

/**
 * A panel found running, its numbering at `sequence`. Not at 0001: a second run within minutes of
 * the first would repeat its numbers, and a receiver rightly takes the same number with the same
 * content for a repetition.
 */
export function runningPanel(site: Site, sequence: number, random: Random): Panel {
  // Panels in houses are mostly older and speak Contact ID.
  const token = chance(random, site.category === 'residential' ? 0.8 : 0.4) ? 'ADM-CID' : 'SIA-DCS'
  return { site, token, sequence: sequence % 10_000, armed: chance(random, 0.5), open: null }
}

export const raiseAlarm = (panel: Panel, alarm: DemoAlarm): Said =>
  say({ ...panel, open: alarm }, 'alarm', alarm.raised)

export function restoreAlarm(panel: Panel): Said | null {
  return panel.open === null ? null : say({ ...panel, open: null }, 'restoral', panel.open.restored)
}

/** Somebody with a code arms a disarmed site, or disarms an armed one. */
export function toggleArming(panel: Panel, random: Random): Said {
  const arm = !panel.armed
  const message = demoArming(panel.site.account, panel.token, { arm, user: integer(random, 1, 12) })
  return say({ ...panel, armed: arm }, 'arming', message)
}

/** A poll has the sequence number 0000 and uses up none. */
export const pollOf = ({ site }: Panel): Report => ({
  what: 'poll',
  account: site.account,
  sequence: '0000',
  message: demoPoll,
})

function say(panel: Panel, what: Report['what'], message: DemoMessage): Said {
  const sequence = panel.sequence >= 9999 ? 1 : panel.sequence + 1
  const report = {
    what,
    account: panel.site.account,
    sequence: String(sequence).padStart(4, '0'),
    message,
  }
  return { panel: { ...panel, sequence }, report }
}

/** The bytes of a report; the time is the panel's own, taken anew for each attempt. */
export function frameOf({ account, sequence, message }: Report, now: number): Uint8Array {
  return encodeFrame({ ...message, sequence, receiver: null, prefix: '0', account, timestamp: now })
}
