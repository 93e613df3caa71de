import type { Priority } from '../codes/kinds'
import { derivedOf } from '../lang/derived'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import type { Alarm } from './alarm'
import { isWaiting } from './waiting'

/** What the place in the queue depends on. */
export interface Order {
  readonly id: string
  readonly priority: Priority
  readonly at: Instant
}

export const orderOf = ({ id, priority, raisedAt }: Alarm): Order => ({
  id,
  priority,
  at: raisedAt,
})

/**
 * The graver first, and of one priority the oldest. The id decides between equals, so that no two
 * rows ever change places without a reason.
 */
export const inOrder = (a: Order, b: Order): number =>
  a.priority - b.priority || a.at - b.at || (a.id < b.id ? -1 : 1)

export interface OpenAlarms {
  /** All that are not closed, in no order: the newest of each site and kind, and those in hand. */
  readonly all: readonly Alarm[]
  /** Those in the queue, in the order they are to be answered. */
  readonly waiting: readonly Alarm[]
}

const found = derivedOf((alarms: Room['alarms']): OpenAlarms => {
  const all: Alarm[] = []
  // `forEach`, since an iterator makes an object for each row.
  alarms.forEach((alarm) => {
    if (alarm.phase !== 'closed') all.push(alarm)
  })
  const waiting = all.filter(isWaiting).sort((a, b) => inOrder(orderOf(a), orderOf(b)))
  return { all, waiting }
})

/**
 * What is open in a room. The table is gone through once, however many ask: the queue, the counts,
 * the map, the speech and every action do, ten times a second while thousands are open.
 */
export const openAlarms = ({ alarms }: Pick<Room, 'alarms'>): OpenAlarms => found(alarms)
