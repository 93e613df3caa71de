import type { SignalEvent } from '../dc09/signal'
import { siaEvent } from './sia-event'

/*
 * High-speed and pulse formats say that something happened and where, but not what: only whoever
 * wired the panel knows which channel is the hold-up button. SIA has codes for exactly that, its
 * "untyped" ones (DC-03 UA, UB, UR, UT), and UX for an undefined alarm. A report read this way
 * raises an alarm that somebody must look at. In quarantine, a hold-up from such a panel would wait
 * until somebody happened to read it. The line itself stays with the signal.
 */

/**
 * The meaning of a channel's digit (MLR2-DV instruction manual 9.1.3). 5 is unchanged; 6 was
 * reported before and persists.
 */
const channelCodes: Readonly<Record<string, string>> = {
  0: 'UT',
  1: 'UA',
  2: 'OP',
  3: 'UR',
  4: 'CL',
  6: 'UA',
}
const asItWas = '5'
/** The meaning of the last digit: 8 is a low battery, 9 a test; 7 adds nothing to the channels. */
const auxiliaryCodes: Readonly<Record<string, string>> = { 8: 'YT', 9: 'RP' }

/**
 * The events of an Ademco high-speed report, in channel order. An unknown digit is an undefined
 * alarm.
 */
export function highSpeedEvents(channels: string, auxiliary: string): readonly SignalEvent[] {
  const events = [...channels].flatMap((digit, at) =>
    digit === asItWas ? [] : [channelEvent(digit, String(at + 1))],
  )
  const code = auxiliaryCodes[auxiliary]
  return code === undefined ? events : [...events, siaEvent(code, '')]
}

function channelEvent(digit: string, channel: string): SignalEvent {
  const text = `High speed report: channel ${channel} says ${digit}`
  const event = siaEvent(channelCodes[digit] ?? 'UX', channel, { text })
  return digit === '6' ? { ...event, qualifier: 'status' } : event
}

/**
 * The letters a Sur-Gard line card uses for a pulse panel's events, as its library names them
 * (MLR2E manual, 4/2 formats).
 */
const pulseCodes: Readonly<Record<string, string>> = {
  A: 'UA',
  B: 'UB',
  C: 'CL',
  D: 'OC',
  '\\': 'OC',
  O: 'OP',
  R: 'UR',
  T: 'UT',
}

export function pulseEvent(letter: string, area: string, number: string): SignalEvent {
  const text = `Pulse report ${[letter, area, number].filter((part) => part !== '').join(' ')}`
  return siaEvent(pulseCodes[letter] ?? 'UX', number, { area, text })
}

/**
 * A pulse report passed on as dialled (3x1, 4x1, 4x2): only the panel's own table says what it
 * means.
 */
export const dialledEvent = (code: string): SignalEvent =>
  siaEvent('UX', '', { text: `Pulse report ${code}` })
