import { type AlarmedAccount, heldPriority } from '../signals/held-alarm'
import type { Order } from './queue'

/** The id of the row of an unknown account. */
export const heldRowId = (account: string): string => `account ${account}`

/** The place in the queue of an unknown account that reports an alarm. */
export const heldOrder = ({ account, alarm }: AlarmedAccount): Order => ({
  id: heldRowId(account),
  kind: alarm.kind,
  priority: heldPriority,
  seq: alarm.raisedSeq,
})
