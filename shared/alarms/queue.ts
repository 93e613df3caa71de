import type { AlarmKind, Priority } from '../codes/kinds'
import { derivedOf } from '../lang/derived'
import type { Room } from '../room/room'
import type { Alarm } from './alarm'
import { inLane } from './lane'
import { isWaiting } from './waiting'

export interface Order {
  readonly id: string
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly seq: number
}

export const orderOf = ({ id, kind, priority, raisedSeq }: Alarm): Order => ({
  id,
  kind,
  priority,
  seq: raisedSeq,
})

/**
 * Persons under threat come first, then higher priority, then newer: an old alarm that nobody took
 * is escalated, but a new one may be a life. The id decides between rows of one entry, so that no
 * two rows ever swap without a reason.
 */
export const inOrder = (a: Order, b: Order): number =>
  Number(inLane(b.kind)) - Number(inLane(a.kind)) ||
  a.priority - b.priority ||
  b.seq - a.seq ||
  (a.id < b.id ? -1 : 1)

export interface OpenAlarms {
  /** All that are not closed, in no order: the newest of each site and kind, and those in hand. */
  readonly all: readonly Alarm[]
  readonly waiting: readonly Alarm[]
}

const found = derivedOf((alarms: Room['alarms']): OpenAlarms => {
  const all: Alarm[] = []
  // `forEach`, since an iterator makes an object for each row.
  alarms.forEach((alarm) => {
    if (alarm.phase !== 'closed') all.push(alarm)
  })
  const waiting = all
    .filter(isWaiting)
    .map((alarm) => ({ alarm, order: orderOf(alarm) }))
    .sort((a, b) => inOrder(a.order, b.order))
    .map(({ alarm }) => alarm)
  return { all, waiting }
})

/**
 * The open alarms of a room. The table is searched once, however many callers ask. The queue, the
 * counts, the map, the speech and every action ask ten times a second while thousands are open.
 */
export const openAlarms = ({ alarms }: Pick<Room, 'alarms'>): OpenAlarms => found(alarms)
