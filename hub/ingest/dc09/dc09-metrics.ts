import { Counter, Gauge, type Registry } from 'prom-client'
import type { Tolerance } from '../../../shared/dc09/tolerances'
import type { QuarantineReason } from '../../../shared/signals/signal'

/** What became of a frame, or of what should have been one. Only the first four were acknowledged. */
export type FrameResult =
  | 'recorded'
  | 'poll'
  | 'duplicate'
  | 'quarantined'
  | 'not-understood'
  | 'not-stored'
  /** An ACK, NAK, DUH or RSP: nobody answers those, or two receivers would talk for ever. */
  | 'reply'

export interface Dc09Metrics {
  frame(result: FrameResult): void
  duplicate(): void
  tolerated(names: readonly Tolerance[]): void
  /** Not kept, since its source has sent too many of its kind. */
  unkept(reason: QuarantineReason): void
  /** A connection was refused or ended by the hub. */
  hungUp(why: 'too-many' | 'too-many-from-source' | 'too-slow' | 'endless' | 'idle'): void
}

/** The counters of DC-09 reception; `connections` is read when they are asked for. */
export function createDc09Metrics(registry: Registry, connections: () => number): Dc09Metrics {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `navbatchi_${name}`, help, labelNames, registers: [registry] })
  const frames = counter('dc09_frames_total', 'What came instead of, or as, frames, by what became of it', 'result')
  const duplicates = counter('duplicates_total', 'Frames repeated by their sender, acknowledged again')
  const tolerances = counter('dc09_tolerated_total', 'Departures from the standard let pass', 'tolerance')
  const unkept = counter(
    'quarantine_unkept_total',
    'Items counted but not kept, their source sending too many',
    'reason',
  )
  const hungUp = counter('dc09_hung_up_total', 'Connections refused or ended by the hub', 'why')
  const open: Gauge = new Gauge({
    name: 'navbatchi_dc09_connections',
    help: 'Open TCP connections of panels and receivers',
    registers: [registry],
    collect: () => open.set(connections()),
  })
  return {
    frame: (result) => frames.inc({ result }),
    duplicate: () => duplicates.inc(),
    tolerated(names) {
      for (const tolerance of names) tolerances.inc({ tolerance })
    },
    unkept: (reason) => unkept.inc({ reason }),
    hungUp: (why) => hungUp.inc({ why }),
  }
}
