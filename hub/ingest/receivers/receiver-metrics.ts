import { Counter, Gauge, type Registry } from 'prom-client'
import type { HangUp } from '../stream-connection'
import type { RefusedCaller } from '../tcp-door'

/** What became of a line. All but the last two were acknowledged. */
export type LineResult =
  | 'recorded'
  /**
   * Came again, since it had not been answered; recorded as well, nobody being able to tell it from
   * a second alarm.
   */
  | 'repeated'
  | 'heartbeat'
  /** Says nothing by itself: a modifier, or a report in which nothing changed. */
  | 'nothing-new'
  /** Correct, or refused three times, and kept for people to read. */
  | 'kept'
  | 'not-understood'
  | 'not-stored'

/** The counters of one link. */
export interface LinkMetrics {
  line(result: LineResult): void
  /** An answer was not given, since the receiver no longer waited for it. */
  late(): void
  up(up: boolean): void
  /** A connection was refused or ended by the hub. */
  hungUp(why: HangUp | RefusedCaller | 'silent'): void
  connections(change: 1 | -1): void
}

/** The counters of reception from receivers; each link takes its own. */
export function createReceiverMetrics(registry: Registry): (link: string) => LinkMetrics {
  const registers = [registry]
  const lines = new Counter({
    name: 'navbatchi_receiver_lines_total',
    help: 'Lines of receivers, by what became of them',
    labelNames: ['link', 'result'],
    registers,
  })
  const late = new Counter({
    name: 'navbatchi_receiver_late_answers_total',
    help: 'Answers not given, since the receiver no longer waited for them; it repeats the line',
    labelNames: ['link'],
    registers,
  })
  const up = new Gauge({
    name: 'navbatchi_receiver_link_up',
    help: '1 when the receiver is heard, 0 when it is not, or not yet',
    labelNames: ['link'],
    registers,
  })
  const hungUp = new Counter({
    name: 'navbatchi_receiver_hung_up_total',
    help: 'Connections of receivers refused or ended by the hub',
    labelNames: ['link', 'why'],
    registers,
  })
  const connections = new Gauge({
    name: 'navbatchi_receiver_connections',
    help: 'Open connections with receivers',
    labelNames: ['link'],
    registers,
  })
  return (link) => {
    up.set({ link }, 0)
    connections.set({ link }, 0)
    return {
      line: (result) => lines.inc({ link, result }),
      late: () => late.inc({ link }),
      up: (heard) => up.set({ link }, heard ? 1 : 0),
      hungUp: (why) => hungUp.inc({ link, why }),
      connections: (change) => connections.inc({ link }, change),
    }
  }
}
