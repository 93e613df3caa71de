import { type AlarmedAccount, heldPriority } from '../signals/held-alarm'
import type { Order } from './queue'

export const heldRowId = (account: string): string => `account ${account}`

export const heldOrder = ({ account, alarm }: AlarmedAccount): Order => ({
  id: heldRowId(account),
  kind: alarm.kind,
  priority: heldPriority,
  seq: alarm.raisedSeq,
})
