import type { Logger } from 'pino'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { Tolerance } from '../../../shared/dc09/tolerances'
import type { HangUp } from '../stream-connection'
import type { RefusedCaller } from '../tcp-door'
import type { Transport } from './listener-health'

/**
 * What became of a frame, or of what should have been one. Only the first four were acknowledged;
 * `duh` was answered.
 */
export type FrameResult =
  | 'recorded'
  | 'poll'
  | 'duplicate'
  | 'quarantined'
  /**
   * Encrypted, from an account with a key, and not taken: a wrong key, no time, a wrong clock (with
   * or without a NAK), a replay. They share one figure, because strangers can read it and each of
   * these depends on what was deciphered.
   */
  | 'undeciphered'
  | 'duh'
  /** Would have been a DUH, but its account had been sent enough of them. */
  | 'damped'
  | 'not-understood'
  | 'not-stored'
  /** An ACK, NAK, DUH or RSP: nobody answers those, or two receivers would talk for ever. */
  | 'reply'

export interface Dc09Metrics {
  frame(result: FrameResult): void
  tolerated(names: readonly Tolerance[]): void
  otherAccount(): void
  listenerFailed(transport: Transport): void
  fault(error: unknown): void
  /** A datagram was dropped, or a connection made to wait. */
  slowed(why: 'source-rate' | 'too-many-unanswered'): void
  hungUp(why: HangUp | RefusedCaller): void
}

export function createDc09Metrics(
  registry: Registry,
  log: Logger,
  connections: () => number,
): Dc09Metrics {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `navbatchi_${name}`, help, labelNames, registers: [registry] })
  const frames = counter(
    'dc09_frames_total',
    'What came instead of, or as, frames, by what became of it',
    'result',
  )
  const tolerances = counter(
    'dc09_tolerated_total',
    'Departures from the standard let pass',
    'tolerance',
  )
  const others = counter(
    'dc09_other_account_total',
    'Messages whose data names another account than their header',
  )
  const failures = counter(
    'dc09_listener_errors_total',
    'Faults of the sockets that listen',
    'transport',
  )
  const slowed = counter('dc09_slowed_total', 'Datagrams dropped, connections made to wait', 'why')
  const hungUp = counter('dc09_hung_up_total', 'Connections refused or ended by the hub', 'why')
  const open: Gauge = new Gauge({
    name: 'navbatchi_dc09_connections',
    help: 'Open TCP connections of panels and receivers',
    registers: [registry],
    collect: () => open.set(connections()),
  })
  return {
    frame: (result) => frames.inc({ result }),
    tolerated(names) {
      for (const tolerance of names) tolerances.inc({ tolerance })
    },
    otherAccount: () => others.inc(),
    listenerFailed: (transport) => failures.inc({ transport }),
    fault: (error) => log.error({ err: error }, 'A frame could not be taken'),
    slowed: (why) => slowed.inc({ why }),
    hungUp: (why) => hungUp.inc({ why }),
  }
}
