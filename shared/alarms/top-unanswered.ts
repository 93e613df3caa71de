import type { Room } from '../room/room'
import { alarmedAccounts, heldWaits } from '../signals/held-alarm'
import { heldOrder } from './held-order'
import { inOrder, openAlarms, orderOf } from './queue'

export type Unanswered =
  | { readonly kind: 'alarm'; readonly alarmId: string }
  | { readonly kind: 'held'; readonly account: string }

/**
 * The next thing to answer, or null: the highest priority, and the newest among equals. It looks at
 * the whole room and ignores filters.
 */
export function topUnanswered(room: Pick<Room, 'alarms' | 'held'>): Unanswered | null {
  const [alarm] = openAlarms(room).waiting
  const [account] = alarmedAccounts(room.held)
    .filter(heldWaits)
    .sort((a, b) => inOrder(heldOrder(a), heldOrder(b)))
  if (account && (!alarm || inOrder(heldOrder(account), orderOf(alarm)) < 0))
    return { kind: 'held', account: account.account }
  return alarm ? { kind: 'alarm', alarmId: alarm.id } : null
}
