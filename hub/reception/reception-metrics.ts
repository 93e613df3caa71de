import { Counter, Gauge, type Registry } from 'prom-client'
import type { QuarantineReason } from '../../shared/signals/signal'
import type { ReceptionWhy } from '../limits/reception-limits'
import { publicReason } from './public-reason'

export interface ReceptionMetrics {
  /** Not kept, because its source has sent too many of its kind. */
  unkept(reason: QuarantineReason): void
  /** Not taken, so its sender repeats it. */
  heldBack(why: ReceptionWhy | 'not-stored'): void
}

/** The counters shared by all ways in. `waiting` is read when a client asks for the metrics. */
export function createReceptionMetrics(
  registry: Registry,
  waiting: () => number,
): ReceptionMetrics {
  const registers = [registry]
  const unkept = new Counter({
    name: 'navbatchi_quarantine_unkept_total',
    help: 'Items counted but not kept, their source sending too many',
    labelNames: ['reason'],
    registers,
  })
  const heldBack = new Counter({
    name: 'navbatchi_messages_held_back_total',
    help: 'Messages left without an answer, so that they are repeated',
    labelNames: ['why'],
    registers,
  })
  const queue: Gauge = new Gauge({
    name: 'navbatchi_messages_waiting',
    help: 'Messages received that wait to be judged',
    registers,
    collect: () => queue.set(waiting()),
  })
  return {
    unkept: (reason) => unkept.inc({ reason: publicReason(reason) }),
    heldBack: (why) => heldBack.inc({ why }),
  }
}
