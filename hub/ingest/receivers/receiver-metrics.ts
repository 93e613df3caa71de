import { Counter, Gauge, type Registry } from 'prom-client'
import type { HangUp } from '../stream-connection'
import type { RefusedCaller } from '../tcp-door'

/** What became of a line. All but the last two were acknowledged. */
export type LineResult =
  | 'recorded'
  /**
   * Came again because it had not been answered. It is recorded too, since nobody can tell it from
   * a second alarm.
   */
  | 'repeated'
  | 'heartbeat'
  /** Says nothing on its own: a modifier, or a report in which nothing changed. */
  | 'nothing-new'
  /** Correct, or refused three times, and kept for people to read. */
  | 'kept'
  | 'not-understood'
  | 'not-stored'

export interface LineMetrics {
  line(result: LineResult): void
  late(): void
  up(up: boolean): void
  hungUp(why: HangUp | RefusedCaller | 'silent'): void
  connections(change: 1 | -1): void
}

export function createReceiverMetrics(registry: Registry): (id: string) => LineMetrics {
  const registers = [registry]
  const lines = new Counter({
    name: 'navbatchi_receiver_lines_total',
    help: 'Lines of receivers, by what became of them',
    labelNames: ['line', 'result'],
    registers,
  })
  const late = new Counter({
    name: 'navbatchi_receiver_late_answers_total',
    help: 'Answers not given, since the receiver no longer waited for them; it repeats the line',
    labelNames: ['line'],
    registers,
  })
  const up = new Gauge({
    name: 'navbatchi_receiver_line_up',
    help: '1 when the receiver is heard, 0 when it is not, or not yet',
    labelNames: ['line'],
    registers,
  })
  const hungUp = new Counter({
    name: 'navbatchi_receiver_hung_up_total',
    help: 'Connections of receivers refused or ended by the hub',
    labelNames: ['line', 'why'],
    registers,
  })
  const connections = new Gauge({
    name: 'navbatchi_receiver_connections',
    help: 'Open connections with receivers',
    labelNames: ['line'],
    registers,
  })
  return (id) => {
    up.set({ line: id }, 0)
    connections.set({ line: id }, 0)
    return {
      line: (result) => lines.inc({ line: id, result }),
      late: () => late.inc({ line: id }),
      up: (heard) => up.set({ line: id }, heard ? 1 : 0),
      hungUp: (why) => hungUp.inc({ line: id, why }),
      connections: (change) => connections.inc({ line: id }, change),
    }
  }
}
