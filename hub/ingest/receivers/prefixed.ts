import { detail } from '../../../shared/signals/detail-codes'
import { accountOf } from '../../../shared/sites/account'
import type { LineReading } from '../../../shared/surgard/reading'

const longestAccount = 16

/**
 * A reading whose account is as the hub knows it: with the receiver line's prefix. An account that
 * this makes too long is not cut, since it would then be somebody else's. Its line is kept for
 * people to read.
 */
export function prefixed(reading: LineReading, prefix = ''): LineReading {
  if (reading.kind === 'heartbeat' || reading.account === null) return reading
  const account = accountOf(`${prefix}${reading.account}`)
  if (account.length <= longestAccount) return { ...reading, account }
  const why = detail('prefix-full', { account: reading.account, prefix })
  return { kind: 'unread', reason: 'unreadable-data', detail: why, account: null }
}
